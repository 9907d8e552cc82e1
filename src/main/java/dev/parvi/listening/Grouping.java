package dev.parvi.listening;

import dev.parvi.listening.Sorter.Piece;
import dev.parvi.listening.Sorter.Placed;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.StoryId;
import dev.parvi.text.Addresses;
import dev.parvi.text.Language;
import dev.parvi.text.Traits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what came in to the stories it tells, batch by batch. One node at a time works on a brand; who dies leaves the batch to the next. */
@Component
@Order(20)
class Grouping implements Follower {

    static final String NAME = "stories";

    /** Rows of the backlog in one transaction. */
    private static final int BATCHES = 10;

    private final Backlog backlog;
    private final Items items;
    private final KnownTraits traits;
    private final Placements placements;
    private final Retellings retellings;
    private final MutedWords muted;
    private final Clock clock;

    Grouping(
            Backlog backlog,
            Items items,
            KnownTraits traits,
            Placements placements,
            Retellings retellings,
            MutedWords muted,
            Clock clock) {
        this.backlog = backlog;
        this.items = items;
        this.traits = traits;
        this.placements = placements;
        this.retellings = retellings;
        this.muted = muted;
        this.clock = clock;
    }

    @Override
    public void arrived(BrandId brand, List<Item> arrived) {
        backlog.add(NAME, arrived.stream().map(Item::id).toList());
    }

    /** An edit changes what an item is recognised by, and not which story it tells. */
    @Override
    public void edited(BrandId brand, List<Item> edited) {
        arrived(brand, edited);
    }

    /**
     * One batch of the brand whose scope it is.
     *
     * @return how many items were in it; 0 where none waits
     */
    @Transactional
    public int next() {
        items.plan();
        traits.book();
        var batch = items.of(backlog.take(NAME, BATCHES));
        if (!batch.isEmpty()) {
            group(batch);
        }
        return batch.size();
    }

    private void group(List<Item> batch) {
        var known = placements.known(batch.stream().map(Item::id).toList());
        var pieces = new LinkedHashMap<Long, Piece>();
        batch.stream()
                .sorted(Comparator.comparing(Item::at)
                        .thenComparing(each -> each.id().value()))
                .forEach(each -> pieces.put(each.id().value(), piece(each)));
        var fresh = pieces.values().stream()
                .filter(each -> !known.containsKey(each.item()))
                .toList();
        traits.keep(pieces.values());
        if (!fresh.isEmpty()) {
            place(batch, fresh);
        }
        var again = new LinkedHashSet<StoryId>();
        known.values().forEach(each -> again.add(new StoryId(each)));
        if (!again.isEmpty()) {
            retellings.retell(again, retellings.parts(again));
        }
    }

    private void place(List<Item> batch, List<Piece> fresh) {
        var sorter = traits.around(
                fresh.stream().map(Piece::traits).toList(),
                fresh.getFirst().at().minus(Sorter.WINDOW));
        var placed = new ArrayList<Placed>();
        var keys = new ArrayList<KnownTraits.Found>();
        for (var piece : fresh) {
            placed.add(sorter.place(piece));
            sorter.keys(piece.traits()).forEach(key -> keys.add(new KnownTraits.Found(key, piece.item(), piece.at())));
        }
        traits.find(keys);
        traits.count(fresh.stream().map(Piece::traits).toList());
        var old = new HashSet<StoryId>();
        placed.stream().filter(each -> each.story() > 0).forEach(each -> old.add(new StoryId(each.story())));
        var before = retellings.parts(old);
        var byItem = new HashMap<Long, Item>();
        batch.forEach(each -> byItem.put(each.id().value(), each));
        var numbers = placements.put(placed, byItem, fresh);
        var touched = new LinkedHashSet<StoryId>(numbers.values());
        touched.addAll(old);
        retellings.retell(touched, before);
        name(sorter, numbers, old);
        placements.words(fresh, byItem);
        muted.mute(touched, clock.instant());
    }

    private void name(Sorter sorter, Map<Long, StoryId> numbers, HashSet<StoryId> old) {
        var namings = new LinkedHashMap<StoryId, StoryNaming>();
        numbers.forEach((number, story) -> namings.put(story, sorter.naming(number)));
        old.forEach(story -> namings.put(story, sorter.naming(story.value())));
        retellings.name(namings);
    }

    private static Piece piece(Item item) {
        var links = new ArrayList<>(Addresses.in(item.words()));
        links.add(item.address());
        var language = item.language().length() < 2
                ? Language.UNKNOWN
                : new Language(item.language().substring(0, 2));
        return new Piece(item.id().value(), item.at(), Traits.of(item.title(), item.words(), language, links));
    }

    /** Of these items, those that tell a story, with its number. */
    Map<Long, Long> stories(List<ItemId> of) {
        return placements.known(of);
    }
}
