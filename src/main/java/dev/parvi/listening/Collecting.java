package dev.parvi.listening;

import dev.parvi.listening.Items.Known;
import dev.parvi.listening.Items.Place;
import dev.parvi.listening.Items.Row;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what sources said, whoever read them. What was taken in before changes nothing; what was edited since keeps both its
 * forms.
 */
@Component
public class Collecting {

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    private final Items items;
    private final Sources sources;
    private final List<Follower> followers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Collecting(Items items, Sources sources, List<Follower> followers, TransactionTemplate transaction, Clock clock) {
        this.items = items;
        this.sources = sources;
        this.followers = followers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a batch came to: ids of what was new, in the order in which they were given, and how many were edited. */
    public record Taken(List<Item> added, int edited) {}

    /** In a transaction of its own, or in the one that runs in the scope of that brand. */
    public Taken take(BrandId brand, SourceId source, List<Fresh> found) {
        return take(brand, Map.of(source, found));
    }

    /** Of several sources at once, which is a good deal cheaper. */
    public Taken take(BrandId brand, Map<SourceId, List<Fresh>> found) {
        return Tenant.brand().filter(brand::equals).isPresent()
                ? taken(brand, found)
                : Tenant.in(brand, () -> taken(brand, found));
    }

    private Taken taken(BrandId brand, Map<SourceId, List<Fresh>> found) {
        return Objects.requireNonNull(transaction.execute(status -> store(brand, found)));
    }

    private Taken store(BrandId brand, Map<SourceId, List<Fresh>> found) {
        var now = clock.instant();
        var rows = rows(found, now);
        if (rows.isEmpty()) {
            return new Taken(List.of(), 0);
        }
        items.plan();
        var known = new HashMap<Place, Known>();
        var silent = sources.silent(found.keySet());
        items.known(
                rows.keySet().stream()
                        .filter(place -> !silent.contains(place.source()))
                        .toList(),
                known);
        var fresh = rows.values().stream()
                .filter(row -> !known.containsKey(row.place()))
                .toList();
        var added = fresh.isEmpty() ? List.<Item>of() : items.add(fresh, now);
        var edited = revise(rows, known, now);
        if (!added.isEmpty()) {
            sources.spoke(counts(added), now);
            followers.forEach(follower -> follower.arrived(brand, added));
        }
        if (!edited.isEmpty()) {
            followers.forEach(follower -> follower.edited(brand, edited));
        }
        return new Taken(added, edited.size());
    }

    private static Map<SourceId, Integer> counts(List<Item> added) {
        var counts = new HashMap<SourceId, Integer>();
        added.forEach(item -> counts.merge(item.source(), 1, Integer::sum));
        return counts;
    }

    private List<Item> revise(Map<Place, Row> rows, Map<Place, Known> known, Instant now) {
        var changed = new LinkedHashMap<ItemId, Row>();
        known.forEach((place, before) -> {
            var row = rows.get(place);
            if (row != null && before.digest() != null && !row.digest().equals(before.digest())) {
                changed.put(before.id(), row);
            }
        });
        if (changed.isEmpty()) {
            return List.of();
        }
        items.revise(changed, now);
        return items.of(changed.keySet());
    }

    /** The last of a batch that names itself the same is the one that holds: feeds list the newest first. */
    private static Map<Place, Row> rows(Map<SourceId, List<Fresh>> found, Instant now) {
        var rows = new LinkedHashMap<Place, Row>();
        found.forEach((source, list) -> {
            // the oldest comes first, so that numbers rise with time
            for (var fresh : new ArrayList<>(list).reversed()) {
                var place = new Place(source, Name.of(fresh.key()));
                rows.put(place, new Row(place, digest(fresh), fresh, time(fresh.said(), now)));
            }
        });
        return rows;
    }

    private static UUID digest(Fresh fresh) {
        return Name.of(fresh.title() + "\n" + fresh.words());
    }

    /** A time that no clock can have shown is none; one that has not come is now. */
    private static @Nullable Instant time(@Nullable Instant said, Instant now) {
        if (said == null || said.isBefore(FIRST)) {
            return null;
        }
        return said.isAfter(now) ? now : said;
    }
}
