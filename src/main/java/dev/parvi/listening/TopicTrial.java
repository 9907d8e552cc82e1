package dev.parvi.listening;

import dev.parvi.listening.TopicEngine.Stored;
import dev.parvi.listening.TopicItems.Seen;
import dev.parvi.shared.BrandId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One query alone, matched by the very means that match all of them. To be closed. */
final class TopicTrial implements AutoCloseable {

    private static final BrandId ALONE = new BrandId(0);

    private final TopicMatcher matcher = new TopicMatcher();

    TopicTrial(TopicQuery query) {
        matcher.put(List.of(new Stored(ALONE, 0, query)));
    }

    /** By number, in the order in which they came. */
    Map<Long, Seen> matching(List<Seen> seen) {
        var found = matcher.match(ALONE, seen.stream().map(Seen::item).toList());
        var matching = new LinkedHashMap<Long, Seen>();
        seen.stream()
                .filter(each -> found.containsKey(each.item().id()))
                .forEach(each -> matching.put(each.item().id(), each));
        return matching;
    }

    @Override
    public void close() {
        matcher.close();
    }
}
