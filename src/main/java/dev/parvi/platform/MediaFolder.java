package dev.parvi.platform;

import dev.parvi.shared.BrandId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files under {@code media/<brand>/<two digits>/<hash>}; smaller ones stand beside the one they were made of. */
@Component
class MediaFolder implements MediaStore {

    private static final int MAX_BYTES = 20_000_000;
    private static final long MAX_PIXELS = 60_000_000;
    private static final float KEPT_QUALITY = 0.92f;
    private static final float SMALLER_QUALITY = 0.85f;
    private static final int[] WIDTHS = {2400, 1920, 1600, 1280, 960, 800, 640, 480, 400, 320, 256, 192, 128, 96, 64};
    private static final Set<String> KINDS = Set.of(MediaTypes.JPEG, MediaTypes.PNG, MediaTypes.GIF, MediaTypes.WEBP);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    MediaFolder(Home home) {
        this.root = home.media();
    }

    @Override
    public Media keep(BrandId brand, InputStream content) throws IOException, MediaRefused {
        var given = content.readNBytes(MAX_BYTES + 1);
        if (given.length > MAX_BYTES) {
            throw new MediaRefused("platform.media.large", "A file may have at most 20 MB");
        }
        var kept = cleaned(given);
        var hash = hash(kept);
        var file = file(brand, hash);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            PrivateFiles.write(file, kept);
        }
        return described(hash, kept);
    }

    @Override
    public byte[] read(BrandId brand, String hash) throws IOException {
        return Files.readAllBytes(file(brand, hash));
    }

    @Override
    public Media describe(BrandId brand, String hash) throws IOException {
        return described(hash, read(brand, hash));
    }

    @Override
    public byte[] smaller(BrandId brand, String hash, int width) throws IOException {
        var step = step(width);
        var file = file(brand, hash);
        var made = file.resolveSibling(hash + "." + step);
        if (Files.exists(made)) {
            return Files.readAllBytes(made);
        }
        var content = Files.readAllBytes(file);
        var smaller = Pictures.alone(
                () -> Pictures.encoded(Pictures.narrower(Pictures.decoded(content), step), SMALLER_QUALITY));
        PrivateFiles.write(made, smaller);
        return smaller;
    }

    @Override
    public byte[] within(BrandId brand, String hash, @Nullable Crop crop, int maxBytes, int maxSide)
            throws IOException {
        var content = read(brand, hash);
        var size = Pictures.size(content);
        if (crop == null && content.length <= maxBytes && Math.max(size.width(), size.height()) <= maxSide) {
            return content;
        }
        return Pictures.alone(() -> {
            var whole = Pictures.decoded(content);
            return Shrinking.to(Pictures.scaled(crop == null ? whole : Pictures.cut(whole, crop), maxSide), maxBytes);
        });
    }

    @Override
    public void forget(BrandId brand) throws IOException {
        var folder = folder(brand);
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What is kept of a given file, whose size is known from its header before a pixel is unpacked. */
    private static byte[] cleaned(byte[] given) throws MediaRefused {
        var type = MediaTypes.of(given);
        if (!KINDS.contains(type)) {
            throw new MediaRefused("platform.media.kind", "Only JPEG, PNG, GIF and WebP are kept");
        }
        try {
            var size = Pictures.size(given);
            if (size.pixels() > MAX_PIXELS) {
                throw new MediaRefused("platform.media.pixels", "A picture may have at most 60 megapixels");
            }
            if (size.frames() > 1) {
                return given;
            }
            return Pictures.alone(() -> encoded(type, given));
        } catch (IOException e) {
            throw new MediaRefused("platform.media.broken", "The picture is broken");
        }
    }

    private static byte[] encoded(String type, byte[] given) throws IOException {
        var image = Pictures.decoded(given);
        return type.equals(MediaTypes.PNG) || type.equals(MediaTypes.GIF)
                ? Pictures.png(image)
                : Pictures.encoded(image, KEPT_QUALITY);
    }

    private static Media described(String hash, byte[] content) throws IOException {
        var size = Pictures.size(content);
        return new Media(hash, MediaTypes.of(content), content.length, size.width(), size.height());
    }

    private static int step(int width) {
        for (int step : WIDTHS) {
            if (step <= width) {
                return step;
            }
        }
        return WIDTHS[WIDTHS.length - 1];
    }

    private Path folder(BrandId brand) {
        return root.resolve(brand.toString());
    }

    /** A hash comes from outside now and then: only what can be one is looked for. */
    private Path file(BrandId brand, String hash) throws NoSuchFileException {
        if (!HASH.matcher(hash).matches()) {
            throw new NoSuchFileException("no such picture");
        }
        return folder(brand).resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
