package dev.parvi.listening;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** A page's text, line by line, and how it changed. Lines that differ in digits only, such as clocks and counters, are the same. */
final class PageText {

    private static final int MOST = 200_000;
    private static final int SHORTEST = 3;

    private PageText() {}

    static List<String> of(Elements roots) {
        var text = roots.stream().map(root -> PlainText.words(root.html())).collect(Collectors.joining("\n"));
        var cut = text.length() > MOST ? text.substring(0, MOST) : text;
        return cut.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST)
                .toList();
    }

    /** What is new and what is gone as one item; nothing where nothing is, or where the page is seen for the first time. */
    static @Nullable Fresh change(byte @Nullable [] seen, List<String> now, String title, URI page, String language) {
        if (seen == null) {
            return null;
        }
        var before = unpacked(seen);
        var added = missing(now, before);
        var gone = missing(before, now);
        if (added.isEmpty() && gone.isEmpty()) {
            return null;
        }
        var words = lines("+ ", added) + (added.isEmpty() || gone.isEmpty() ? "" : "\n") + lines("\u2212 ", gone);
        var key = page + "\n" + Name.of(String.join("\n", now));
        var headline = title.isEmpty() ? String.valueOf(page.getHost()) : title;
        return new Fresh(key, page.toString(), headline, words, null, "", language, "", null);
    }

    static byte[] packed(List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> unpacked(byte[] seen) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(seen))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> missing(List<String> from, List<String> in) {
        Function<String, String> even = line -> line.replaceAll("\\d+", "0");
        var there = new HashSet<String>();
        in.forEach(line -> there.add(even.apply(line)));
        return from.stream()
                .filter(line -> !there.contains(even.apply(line)))
                .distinct()
                .toList();
    }

    private static String lines(String mark, List<String> lines) {
        return lines.stream().limit(40).map(line -> mark + line).collect(Collectors.joining("\n"));
    }
}
