package dev.parvi.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** Towns that news of the desk's languages are often from, in the forms in which they stand in them: Turku, Turun, turkulainen are one. */
public final class Places {

    /** A name and what may be added to it: {@code -lainen}, {@code -ский}. */
    private static final int ENDING = 8;

    /** What short names are the beginning of by chance is longer than they by more than this. */
    private static final int SHORT_ENDING = 4;

    private static final int SHORT = 4;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;

    private static final Map<String, Long> BEGINNINGS = read();

    private Places() {}

    private static Map<String, Long> read() {
        try (var in = Objects.requireNonNull(Places.class.getResourceAsStream("/text/news/places.txt"))) {
            var beginnings = new HashMap<String, Long>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" "))
                    .forEach(forms -> {
                        for (var form : forms) {
                            beginnings.put(form.replace('ё', 'е'), Hashes.of("!" + forms[0]));
                        }
                    });
            return Map.copyOf(beginnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of the place that a word names. */
    public static OptionalLong of(String word) {
        var lower = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
        for (var n = Math.min(lower.length(), LONGEST); n >= SHORTEST; n--) {
            var place = BEGINNINGS.get(lower.substring(0, n));
            var ending = lower.length() - n;
            if (place != null && ending <= (n > SHORT ? ENDING : SHORT_ENDING)) {
                return OptionalLong.of(place);
            }
        }
        return OptionalLong.empty();
    }
}
