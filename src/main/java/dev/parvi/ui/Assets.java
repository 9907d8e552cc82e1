package dev.parvi.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Style sheets and scripts, put together and compressed once, under an address that changes with their content.
 * {@code desk.css} and {@code desk.js} hold what the rooms keep beside their pages; {@code page.css} is the public page's
 * own; {@code theme.js} is what must run before the first paint.
 */
@Component
public class Assets {

    private static final String TABLER =
            "classpath:META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";
    private static final String HTMX = "classpath:META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String OWN = "classpath*:dev/parvi/**/*";

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    /** A file as it is sent. */
    record Asset(String type, String hash, byte[] plain, byte[] packed) {}

    /** The address of an asset: {@code /assets/<hash>/desk.css}. */
    public String href(String name) {
        return "/assets/"
                + asset(name)
                        .orElseThrow(() -> new IllegalArgumentException(name))
                        .hash() + "/" + name;
    }

    Optional<Asset> asset(String name) {
        return switch (name) {
            case "desk.css", "desk.js", "page.css", "theme.js", "sw.js", "favicon.svg" ->
                Optional.of(assets.computeIfAbsent(name, Assets::made));
            default -> Optional.empty();
        };
    }

    private static Asset made(String name) {
        try {
            var content = new ByteArrayOutputStream();
            for (var part : parts(name)) {
                content.write(part.getContentAsByteArray());
                content.write('\n');
            }
            if (name.equals("desk.css")) {
                content.write(Accent.DEFAULT.css().getBytes(StandardCharsets.UTF_8));
            }
            var plain = content.toByteArray();
            return new Asset(type(name), hash(plain), plain, packed(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css;charset=UTF-8";
            case ".svg" -> "image/svg+xml";
            default -> "text/javascript;charset=UTF-8";
        };
    }

    private static List<Resource> parts(String name) throws IOException {
        var found = new PathMatchingResourcePatternResolver();
        return switch (name) {
            case "desk.css" -> joined(found.getResource(TABLER), own(found, ".css", false));
            case "desk.js" -> joined(found.getResource(HTMX), own(found, ".js", false));
            case "page.css" -> own(found, ".css", true);
            default -> List.of(found.getResource("classpath:dev/parvi/ui/" + name));
        };
    }

    private static List<Resource> own(PathMatchingResourcePatternResolver found, String ending, boolean publicPage)
            throws IOException {
        return Arrays.stream(found.getResources(OWN + ending))
                .filter(each -> publicPage ? publicly(each) : !address(each).contains("/parvi/page/"))
                .filter(each -> !List.of("theme.js", "sw.js").contains(String.valueOf(each.getFilename())))
                .sorted(Comparator.comparing((Resource each) -> !address(each).contains("/parvi/ui/"))
                        .thenComparing(Assets::address))
                .toList();
    }

    /** The public page's own styles, and those of a post, which the desk's preview of it shares. */
    private static boolean publicly(Resource resource) {
        return address(resource).contains("/parvi/page/") || address(resource).contains("/parvi/connector/page/");
    }

    private static List<Resource> joined(Resource first, List<Resource> rest) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static String address(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
