package dev.parvi.listening;

import dev.parvi.listening.TopicEngine.Stored;
import dev.parvi.shared.BrandId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** All topics of all brands, ready to be matched with items. Safe for many threads. */
final class TopicMatcher implements AutoCloseable {

    private final Map<Speech, TopicEngine> engines = new EnumMap<>(Speech.class);

    TopicMatcher() {
        for (var speech : Speech.values()) {
            engines.put(speech, new TopicEngine(speech));
        }
    }

    /** Each takes the place of what stood under its number. */
    void put(Collection<Stored> topics) {
        engines.values().forEach(engine -> engine.put(topics));
    }

    void drop(Collection<Long> topics) {
        engines.values().forEach(engine -> engine.drop(topics));
    }

    /** In the order of the items: by item the numbers of the brand's topics that it matches; items that match none are left out. */
    Map<Long, List<Long>> match(BrandId brand, List<Matchable> items) {
        var stemmed = new Stemmed();
        var bySpeech = items.stream()
                .collect(Collectors.groupingBy(
                        Matchable::speech, () -> new EnumMap<>(Speech.class), Collectors.toList()));
        var matched = new HashMap<Long, List<Long>>();
        bySpeech.forEach((speech, list) ->
                matched.putAll(Objects.requireNonNull(engines.get(speech)).match(brand, list, stemmed)));
        var found = new LinkedHashMap<Long, List<Long>>();
        items.forEach(item -> {
            var topics = matched.get(item.id());
            if (topics != null) {
                found.put(item.id(), topics);
            }
        });
        return found;
    }

    @Override
    public void close() {
        engines.values().forEach(TopicEngine::close);
    }
}
