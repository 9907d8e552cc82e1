package dev.parvi.listening;

import dev.parvi.connector.Listens.Post;
import dev.parvi.listening.Sightings.Row;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import dev.parvi.text.Understanding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores posts of networks as items, and beside them what it takes to answer them. In the transaction of whoever calls. */
@Component
class Landing {

    private final Collecting collecting;
    private final Sightings sightings;
    private final Clock clock;

    Landing(Collecting collecting, Sightings sightings, Clock clock) {
        this.collecting = collecting;
        this.sightings = sightings;
        this.clock = clock;
    }

    /** @param version empty where the network tells none */
    record Arrival(NetworkSource source, Post post, String version) {}

    /** @return how many were new */
    int land(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return 0;
        }
        var fresh = new LinkedHashMap<SourceId, List<Fresh>>();
        var rows = new LinkedHashMap<List<Object>, Row>();
        // the newest first, as feeds list them
        var sorted = arrivals.reversed().stream()
                .sorted(Comparator.comparing(
                                (Arrival each) -> each.post().said().at())
                        .reversed())
                .toList();
        for (var each : sorted) {
            fresh.computeIfAbsent(each.source().id(), id -> new ArrayList<>()).add(fresh(each.post()));
            var row = new Row(
                    each.source().id(), each.source().network(), each.post().said(), each.version(), mood(each));
            rows.put(List.of(row.source(), row.key()), row);
        }
        var taken = collecting.take(brand(), fresh);
        sightings.put(List.copyOf(rows.values()), clock.instant());
        return taken.added().size();
    }

    private static BrandId brand() {
        return Tenant.brand().orElseThrow();
    }

    /** Only of what is said of a name that somebody watches. */
    private static @Nullable Integer mood(Arrival arrival) {
        if (arrival.source().name() == 0) {
            return null;
        }
        return switch (Understanding.of(arrival.post().said().text()).mood()) {
            case NEGATIVE -> -1;
            case NEUTRAL -> 0;
            case POSITIVE -> 1;
            default -> null;
        };
    }

    static Fresh fresh(Post post) {
        var heard = post.said();
        var card = post.card();
        var words = card == null
                ? heard.text()
                : String.join("\n", heard.text(), card.title(), card.about()).strip();
        var by = heard.speaker().name().isBlank()
                ? heard.speaker().handle()
                : heard.speaker().name();
        return new Fresh(
                heard.id(),
                heard.address().toString(),
                "",
                words,
                null,
                by,
                language(heard.languages()),
                "",
                said(heard.at()));
    }

    private static @Nullable Instant said(Instant at) {
        return at.equals(Instant.EPOCH) ? null : at;
    }

    private static String language(List<String> tags) {
        return tags.isEmpty() ? "" : Objects.requireNonNull(tags.getFirst().split("[-_]", 2)[0]);
    }
}
