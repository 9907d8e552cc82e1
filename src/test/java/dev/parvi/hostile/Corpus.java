package dev.parvi.hostile;

import dev.parvi.connector.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is tried: markup that wants to run or to call {@code /pwned}, and texts that are merely odd. */
final class Corpus {

    private Corpus() {}

    static List<String> markup() {
        try (var file = Objects.requireNonNull(Corpus.class.getResourceAsStream("vectors.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> odd() {
        return List.of(
                "\u202Egnp.exe\u202C \u2066\u2067 right to left \u2069\u2069",
                "\u202E".repeat(100) + " turned " + "\u202C".repeat(3),
                "\u0627\u0644\u0639\u0631\u0628\u064A\u0629 <b>123</b> \u05E2\u05D1\u05E8\u05D9\u05EA",
                "Z" + "\u0300\u0301\u0302\u0303\u0489".repeat(60) + "algo",
                "\uFEFFzero\u200Bwidth\u200D",
                "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 \uD83E\uDEE0",
                "ab\u0001\u0008\u001B[31mcd",
                "x".repeat(1_900),
                "one\u2028two\u2029three",
                "'; drop table comment; -- $1 :name ? {0} %s \\ \" ` ${x}");
    }

    /** What no keyboard sends: a null character, which is dropped, and bytes that are no UTF-8, which are replaced. */
    static final String UNSOUND = "nu\0ll and " + Recording.BROKEN + " half";

    static final String SOUND = "null and \uFFFD( half";

    static List<String> all() {
        return Stream.concat(markup().stream(), odd().stream()).toList();
    }

    /** As the brand's own page shows it: an address without its scheme, and without the slash at its end. */
    static String linked(String text) {
        return text.replaceFirst("^https://example\\.org/", "example.org");
    }

    /** As a reader's eye takes it: white space counts once. */
    static String read(String text) {
        return text.replaceAll("[\\s\u00A0\u2028\u2029\uFEFF]+", " ").strip();
    }
}
