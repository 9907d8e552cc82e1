package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can be followed at an address.
 *
 * @param address as it was asked, made whole
 * @param choices feeds first; last the page itself, where watching it would find something
 * @param reason why there is no choice: a word of the bundle, {@code listening.source.reason.<reason>}; empty where there is one
 */
public record Discovered(String address, List<Choice> choices, String reason, String detail) {

    /** The same with what is followed already marked so. */
    Discovered marked(UnaryOperator<Choice> mark) {
        return new Discovered(address, choices.stream().map(mark).toList(), reason, detail);
    }

    /**
     * One that can be followed.
     *
     * @param items how many it has now
     * @param newest when the newest was said, as far as it says so
     * @param titles of the first few
     * @param followed the source that reads it already; null for none
     */
    public record Choice(
            Kind kind,
            String address,
            String title,
            int items,
            @Nullable Instant newest,
            List<String> titles,
            @Nullable Source followed) {

        static Choice of(Kind kind, String address, ParsedFeed feed) {
            return new Choice(
                    kind,
                    address,
                    feed.title(),
                    feed.items().size(),
                    feed.items().stream()
                            .map(Fresh::said)
                            .filter(said -> said != null)
                            .max(Instant::compareTo)
                            .orElse(null),
                    feed.items().stream()
                            .map(item -> item.title().isEmpty() ? item.words() : item.title())
                            .limit(5)
                            .toList(),
                    null);
        }

        Choice followed(@Nullable Source source) {
            return new Choice(kind, address, title, items, newest, titles, source);
        }

        public NewSource source(List<String> topics) {
            return kind == Kind.PAGE
                    ? new NewSource(kind, null, address, "", title, address, "", topics, "")
                    : NewSource.feed(address, title, topics);
        }
    }
}
