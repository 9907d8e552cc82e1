package dev.parvi.listening;

import dev.parvi.text.Comparison;
import dev.parvi.text.Comparison.Timed;
import dev.parvi.text.Fingerprint;
import dev.parvi.text.Likeness;
import dev.parvi.text.Likeness.Weighed;
import dev.parvi.text.Rarity;
import dev.parvi.text.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts items to the stories they tell, one after the other, among those that were laid before it. An item joins the story that it most surely
 * tells, or begins one. Knows nothing of where items are kept.
 */
final class Sorter {

    /** A story of which nobody has spoken for so long is over: what tells the same begins another one. */
    static final Duration WINDOW = Duration.ofHours(96);

    /** Keys under which an item is found: so many rare words, and so many names by their sound. */
    private static final int RARE = 18;

    private static final int ABROAD = 8;

    /** Stories that share most keys are looked at, so many. */
    private static final int COMPARED = 40;

    /** Of a long story its latest items. */
    private static final int LATEST = 30;

    private final Rarity rarity;
    private final Likeness likeness;
    private final Comparison comparison;
    private final Map<Long, Set<Long>> byKey = new HashMap<>();
    private final Map<Long, List<Laid>> byStory = new HashMap<>();
    private final Map<Long, Set<Long>> apart = new HashMap<>();
    private long begun;

    Sorter(Rarity rarity) {
        this.rarity = rarity;
        this.likeness = new Likeness(rarity);
        this.comparison = new Comparison(likeness);
    }

    /** An item as it's compared. */
    record Piece(long item, Instant at, Traits traits) {}

    /**
     * What became of an item.
     *
     * @param story its number; below zero where it began one
     * @param likeness the probability that it tells the story; 0 where it began it
     * @param copyOf the earlier item whose words it repeats
     */
    record Placed(
            long item,
            long story,
            double likeness,
            @Nullable Long copyOf) {}

    private record Laid(long item, Timed timed) {}

    private record Match(long story, double odds, double nearest) {}

    void lay(Piece piece, long story) {
        lay(piece, likeness.weigh(piece.traits()), story);
    }

    /** A member said that these are two stories: between them the nearest item decides. */
    void apart(long one, long other) {
        apart.computeIfAbsent(one, key -> new HashSet<>()).add(other);
        apart.computeIfAbsent(other, key -> new HashSet<>()).add(one);
    }

    /** The story that it would join. */
    Optional<Long> nearest(Piece piece) {
        return joined(piece, likeness.weigh(piece.traits())).map(Match::story);
    }

    Placed place(Piece piece) {
        var weighed = likeness.weigh(piece.traits());
        var joined = joined(piece, weighed);
        var story = joined.map(Match::story).orElseGet(() -> --begun);
        var copied = copied(story, weighed);
        lay(piece, weighed, story);
        rarity.count(piece.traits());
        return new Placed(
                piece.item(),
                story,
                joined.map(each -> 1 / (1 + Math.exp(-each.odds()))).orElse(0.0),
                copied);
    }

    Collection<Long> keys(Traits traits) {
        return keys(likeness.weigh(traits));
    }

    /** The keys under which it's found later. */
    private static Collection<Long> keys(Weighed weighed) {
        var keys = new LinkedHashSet<>(weighed.keys(RARE, ABROAD));
        keys.addAll(weighed.traits().links());
        for (var band : weighed.traits().print().bands()) {
            keys.add(band);
        }
        return keys;
    }

    private void lay(Piece piece, Weighed weighed, long story) {
        byStory.computeIfAbsent(story, key -> new ArrayList<>())
                .add(new Laid(piece.item(), new Timed(piece.at(), weighed)));
        keys(weighed)
                .forEach(key -> byKey.computeIfAbsent(key, k -> new HashSet<>()).add(story));
    }

    private Optional<Match> joined(Piece piece, Weighed weighed) {
        var timed = new Timed(piece.at(), weighed);
        var matches = candidates(weighed).stream()
                .map(story -> match(timed, story))
                .filter(each -> each.odds() >= Comparison.SAME)
                .toList();
        var best = matches.stream().max(Comparator.comparingDouble(Match::odds));
        return best.map(first -> matches.stream()
                .filter(each -> apart.getOrDefault(first.story(), Set.of()).contains(each.story())
                        && each.nearest() > first.nearest())
                .max(Comparator.comparingDouble(Match::nearest))
                .orElse(first));
    }

    private Match match(Timed piece, long story) {
        var told = latest(story).stream().map(Laid::timed).toList();
        var near = told.stream()
                .anyMatch(each -> Duration.between(each.at(), piece.at()).abs().compareTo(WINDOW) <= 0);
        return near
                ? new Match(
                        story,
                        comparison.of(piece, told),
                        apart.containsKey(story) ? Comparison.nearest(piece, told) : 0)
                : new Match(story, Double.NEGATIVE_INFINITY, 0);
    }

    private List<Laid> latest(long story) {
        var all = byStory.getOrDefault(story, List.of());
        return all.subList(Math.max(0, all.size() - LATEST), all.size());
    }

    private List<Long> candidates(Weighed weighed) {
        var shared = new HashMap<Long, Integer>();
        for (var key : keys(weighed)) {
            byKey.getOrDefault(key, Set.of()).forEach(story -> shared.merge(story, 1, Integer::sum));
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private @Nullable Long copied(long story, Weighed weighed) {
        return byStory.getOrDefault(story, List.of()).stream()
                .filter(each -> Likeness.copied(weighed, each.timed().weighed()) >= Fingerprint.COPY)
                .min(Comparator.comparing(each -> each.timed().at()))
                .map(Laid::item)
                .orElse(null);
    }

    /** Of one that was laid here, or begun. */
    StoryNaming naming(long story) {
        return StoryNaming.of(
                likeness,
                latest(story).stream()
                        .map(each -> each.timed().weighed().traits())
                        .toList());
    }
}
