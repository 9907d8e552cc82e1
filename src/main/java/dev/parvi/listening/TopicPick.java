package dev.parvi.listening;

import java.time.Instant;
import java.util.List;

/**
 * An item that a topic picks, with what it found marked.
 *
 * @param address where it can be read; may be empty
 * @param at when we first saw it
 */
public record TopicPick(
        long item, String address, String source, Instant at, List<Marked> title, List<Marked> excerpt) {

    static TopicPick of(TopicItems.Seen seen, TopicMarks marks) {
        var item = seen.item();
        return new TopicPick(
                item.id(), seen.address(), item.source(), seen.at(), marks.title(item), marks.excerpt(item));
    }
}
