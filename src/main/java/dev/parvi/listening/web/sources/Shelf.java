package dev.parvi.listening.web.sources;

import dev.parvi.listening.Source;
import dev.parvi.listening.Source.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The sources that were asked for, a page of them.
 *
 * @param shown those of this page, what fails first
 * @param found how many there are of what was asked for, {@code all} whatever was asked for
 * @param topics all that sources are sorted by
 * @param at which page, from 0
 */
public record Shelf(
        List<Source> shown, int found, int all, long failing, List<String> topics, Asked asked, int at, Instant now) {

    static final int EACH = 50;

    /** What was asked for. @param state a name of {@link State}, {@code MUTED}, or empty */
    public record Asked(String q, String state, String topic) {

        /** The same as the query of an address. */
        public String query() {
            return "q=" + coded(q) + "&state=" + coded(state) + "&topic=" + coded(topic);
        }

        public boolean everything() {
            return q.isBlank() && state.isBlank() && topic.isBlank();
        }

        private static String coded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private Predicate<Source> fits() {
            var words = q.strip().toLowerCase(Locale.ROOT);
            return source -> (words.isEmpty() || told(source).contains(words))
                    && (state.isBlank()
                            || (state.equals("MUTED")
                                    ? source.muted()
                                    : source.state().name().equals(state)))
                    && (topic.isBlank() || source.topics().contains(topic));
        }

        private static String told(Source source) {
            return (source.name() + " " + source.address() + " " + source.site()).toLowerCase(Locale.ROOT);
        }
    }

    static Shelf of(List<Source> all, Asked asked, int at, Instant now) {
        var found = all.stream()
                .filter(asked.fits())
                .sorted((a, b) -> Boolean.compare(trouble(b), trouble(a)))
                .toList();
        var from = Math.min(Math.max(0, at) * EACH, found.size());
        return new Shelf(
                found.subList(from, Math.min(found.size(), from + EACH)),
                found.size(),
                all.size(),
                all.stream().filter(Shelf::trouble).count(),
                all.stream()
                        .flatMap(source -> source.topics().stream())
                        .distinct()
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList(),
                asked,
                Math.max(0, at),
                now);
    }

    static boolean trouble(Source source) {
        return source.state() == State.FAILING || source.state() == State.RETIRED;
    }

    public boolean more() {
        return (at + 1) * EACH < found;
    }
}
