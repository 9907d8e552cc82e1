package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be followed at an address.
 *
 * @param address as it was asked, made whole
 * @param choices feeds first; last the page itself, where watching it would find something
 * @param reason why there is no choice: a word of the bundle, {@code listening.source.reason.<reason>}; empty where there is one
 */
public record Discovered(String address, List<Choice> choices, String reason, String detail) {

    /**
     * One that can be followed.
     *
     * @param items how many it has now
     * @param newest when the newest was said, as far as it says so
     * @param titles of the first few
     */
    public record Choice(
            Kind kind,
            String address,
            String title,
            int items,
            @Nullable Instant newest,
            List<String> titles) {

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
                            .toList());
        }

        public NewSource source(List<String> topics) {
            return kind == Kind.PAGE
                    ? new NewSource(kind, null, address, "", title, address, "", topics, "")
                    : NewSource.feed(address, title, topics);
        }
    }
}
