package dev.parvi.listening;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Streams.Event;
import dev.parvi.listening.Landing.Arrival;
import dev.parvi.listening.NetworkSources.Wanted;
import dev.parvi.listening.Sightings.Spot;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets through what somebody wants of a stream, brand by brand, each in a transaction of its own. Events may come twice and out of
 * their order: of one post the latest version holds, and one that was taken back doesn't come again.
 */
@Component
class Sluice {

    /** So many posts that were changed or taken back are remembered, in case an older version of them comes after. */
    private static final int REMEMBERED = 20_000;

    private final NetworkSources networkSources;
    private final Sightings sightings;
    private final Landing landing;
    private final TakingBack takingBack;
    private final Connecting connecting;
    private final TransactionTemplate transaction;
    private final TransactionTemplate worker;
    private final Map<String, Event> later = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Event> eldest) {
            return size() > REMEMBERED;
        }
    };

    Sluice(
            NetworkSources networkSources,
            Sightings sightings,
            Landing landing,
            TakingBack takingBack,
            Connecting connecting,
            TransactionTemplate transaction,
            @Qualifier("worker") TransactionTemplate worker) {
        this.networkSources = networkSources;
        this.sightings = sightings;
        this.landing = landing;
        this.takingBack = takingBack;
        this.connecting = connecting;
        this.transaction = transaction;
        this.worker = worker;
    }

    /** @return how many items were new */
    int through(String network, List<Event> events, WantedWords words) {
        var latest = latest(events);
        var left = events.stream()
                .filter(Event.Left.class::isInstance)
                .map(each -> Name.of(((Event.Left) each).speaker()))
                .collect(Collectors.toSet());
        var known = known(latest, left);
        var wanted = new LinkedHashMap<BrandId, Set<Told>>();
        for (var event : latest.values()) {
            if (event instanceof Event.Told told) {
                wanting(told, words)
                        .forEach(each -> wanted.computeIfAbsent(each.brand(), brand -> new LinkedHashSet<>())
                                .add(new Told(each.source(), told)));
                known.posts()
                        .getOrDefault(Name.of(told.post().said().id()), List.of())
                        .forEach(spot -> wanted.computeIfAbsent(spot.brand(), brand -> new LinkedHashSet<>())
                                .add(new Told(spot.source(), told)));
            }
        }
        known.gone().forEach(this::takeBack);
        return wanted.entrySet().stream()
                .mapToInt(each -> land(each.getKey(), each.getValue()))
                .sum();
    }

    private record Told(SourceId source, Event.Told event) {}

    /** Of each post the last version that came; none that is older than one that came in an earlier batch. */
    private synchronized Map<String, Event> latest(List<Event> events) {
        var latest = new LinkedHashMap<String, Event>();
        for (var event : events) {
            var id = id(event);
            if (!id.isEmpty()) {
                latest.merge(id, event, (one, other) -> version(one).compareTo(version(other)) > 0 ? one : other);
            }
        }
        latest.entrySet().removeIf(each -> {
            var before = later.get(each.getKey());
            return before != null && version(before).compareTo(version(each.getValue())) > 0;
        });
        latest.forEach((id, event) -> {
            if (!(event instanceof Event.Told told) || told.edited()) {
                later.put(id, event);
            }
        });
        return latest;
    }

    private static String id(Event event) {
        return switch (event) {
            case Event.Told told -> told.post().said().id();
            case Event.Gone gone -> gone.id();
            case Event.Left _, Event.Other _ -> "";
        };
    }

    private static String version(Event event) {
        return switch (event) {
            case Event.Told told -> told.version();
            case Event.Gone gone -> gone.version();
            case Event.Left _, Event.Other _ -> "";
        };
    }

    private static Collection<Wanted> wanting(Event.Told told, WantedWords words) {
        var card = told.post().card();
        var text = told.post().said().text();
        return words.in(card == null ? text : text + "\n" + card.title() + "\n" + card.about() + "\n" + card.address());
    }

    /**
     * What is known of what was changed or taken back.
     *
     * @param posts changed ones, by key
     * @param gone by version, which is empty where the speaker has left
     */
    private record Known(Map<UUID, List<Spot>> posts, Map<String, Set<Spot>> gone) {}

    /** A post that is told for the first time isn't looked for: nearly all are. */
    private Known known(Map<String, Event> latest, Set<UUID> left) {
        var asked = new HashMap<UUID, Event>();
        latest.forEach((id, event) -> {
            if (!(event instanceof Event.Told told) || told.edited()) {
                asked.put(Name.of(id), event);
            }
        });
        var posts = new HashMap<UUID, List<Spot>>();
        var gone = new HashMap<String, Set<Spot>>();
        if (asked.isEmpty() && left.isEmpty()) {
            return new Known(posts, gone);
        }
        worker.executeWithoutResult(status -> {
            for (var spot : sightings.spots(asked.keySet())) {
                var event = Objects.requireNonNull(asked.get(spot.key()));
                if (event instanceof Event.Gone) {
                    gone.computeIfAbsent(version(event), key -> new LinkedHashSet<>())
                            .add(spot);
                } else {
                    posts.computeIfAbsent(spot.key(), key -> new ArrayList<>()).add(spot);
                }
            }
            if (!left.isEmpty()) {
                gone.computeIfAbsent("", key -> new LinkedHashSet<>()).addAll(sightings.spotsOf(left));
            }
        });
        return new Known(posts, gone);
    }

    private void takeBack(String version, Set<Spot> spots) {
        spots.stream()
                .collect(Collectors.groupingBy(Spot::brand))
                .forEach((brand, theirs) -> takingBack.takeBack(brand, theirs, version));
    }

    private int land(BrandId brand, Set<Told> told) {
        return Tenant.in(brand, () -> Objects.requireNonNull(transaction.execute(status -> landed(brand, told))));
    }

    private int landed(BrandId brand, Set<Told> told) {
        var ids = told.stream().map(Told::source).distinct().toList();
        var read = networkSources.of(ids).stream()
                .filter(NetworkSource::read)
                .collect(Collectors.toMap(NetworkSource::id, each -> each));
        var versions =
                sightings.versions(told.stream().map(each -> spot(brand, each)).toList());
        var us = connecting.open().stream().map(Account::place).collect(Collectors.toSet());
        var arrivals = told.stream()
                .filter(each -> read.containsKey(each.source()))
                .filter(each ->
                        !us.contains(each.event().post().said().speaker().id()))
                .filter(each -> versions.getOrDefault(spot(brand, each), "")
                                .compareTo(each.event().version())
                        < 0)
                .map(each -> new Arrival(
                        Objects.requireNonNull(read.get(each.source())),
                        each.event().post(),
                        each.event().version()))
                .toList();
        return landing.land(arrivals);
    }

    private static Spot spot(BrandId brand, Told told) {
        return new Spot(brand, told.source(), Name.of(told.event().post().said().id()));
    }
}
