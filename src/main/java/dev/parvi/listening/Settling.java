package dev.parvi.listening;

import dev.parvi.listening.Fetched.Failed;
import dev.parvi.listening.Fetched.Read;
import dev.parvi.listening.Fetched.Same;
import dev.parvi.listening.Source.State;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what came of readings, many at once: what had nothing new in one statement, the rest in one transaction a brand. */
@Component
class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    /** In a row, each later than the one before: some three days. */
    static final int MISSING_MOST = 10;

    private final Turns turns;
    private final Fetchings fetchings;
    private final Sources sources;
    private final Collecting collecting;
    private final TransactionTemplate transaction;
    private final TransactionTemplate worker;
    private final Clock clock;

    Settling(
            Turns turns,
            Fetchings fetchings,
            Sources sources,
            Collecting collecting,
            TransactionTemplate transaction,
            @Qualifier("worker") TransactionTemplate worker,
            Clock clock) {
        this.turns = turns;
        this.fetchings = fetchings;
        this.sources = sources;
        this.collecting = collecting;
        this.transaction = transaction;
        this.worker = worker;
        this.clock = clock;
    }

    /** One brand's trouble doesn't keep another's from being stored; what isn't stored is read again. */
    void settle(UUID fetcher, List<Fetched> results) {
        var now = clock.instant();
        var same = results.stream()
                .filter(each -> each instanceof Same && each.turn().failures() == 0)
                .map(each -> rest((Same) each, now))
                .toList();
        if (!same.isEmpty()) {
            worker.executeWithoutResult(status -> {
                turns.lightly();
                turns.rest(fetcher, same, now);
            });
        }
        var others = results.stream()
                .filter(each -> !(each instanceof Same) || each.turn().failures() > 0)
                .collect(Collectors.groupingBy(each -> each.turn().brand(), LinkedHashMap::new, Collectors.toList()));
        others.forEach((brand, list) -> {
            try {
                Tenant.run(brand, () -> transaction.executeWithoutResult(status -> store(brand, fetcher, list, now)));
            } catch (RuntimeException e) {
                LOG.warn(
                        "What {} sources of brand {} brought could not be stored; they are read again",
                        list.size(),
                        brand,
                        e);
            }
        });
    }

    private static Turns.Rest rest(Same same, Instant now) {
        var turn = same.turn();
        var pause = Pace.pause(turn.rhythm(), turn.late(), null, same.peace(), turn.told(), now);
        return new Turns.Rest(
                turn.brand(),
                turn.source(),
                now.plus(Pace.spread(pause, turn.source().value(), now)),
                same.etag(),
                same.modified());
    }

    private void store(BrandId brand, UUID fetcher, List<Fetched> results, Instant now) {
        var reads = results.stream()
                .filter(Read.class::isInstance)
                .map(Read.class::cast)
                .toList();
        // topics may ask what it calls itself
        sources.described(reads);
        var found = new LinkedHashMap<SourceId, List<Fresh>>();
        reads.forEach(read -> found.put(read.turn().source(), read.feed().items()));
        var added = collecting.take(brand, found).added().stream().collect(Collectors.groupingBy(Item::source));
        var settled = new ArrayList<Settled>();
        var well = new ArrayList<SourceId>();
        for (var each : results) {
            switch (each) {
                case Read read ->
                    settled.add(settled(read, added.getOrDefault(read.turn().source(), List.of()), now));
                case Same same ->
                    settled.add(Settled.again(same, rest(same, now).next()));
                case Failed failed -> settled.add(failed(failed, now));
            }
            if (!(each instanceof Failed) && each.turn().failures() > 0) {
                well.add(each.turn().source());
            }
        }
        fetchings.settle(fetcher, settled, now);
        sources.well(well);
    }

    private static Settled settled(Read read, List<Item> added, Instant now) {
        var turn = read.turn();
        var rhythm = Pace.rhythm(read.feed().items(), turn.rhythm());
        var late = turn.digest() == null ? turn.late() : Pace.late(added, turn.late());
        var spoke = read.feed().items().stream()
                .map(Fresh::said)
                .filter(said -> said != null && said.isBefore(now))
                .max(Instant::compareTo)
                .orElse(null);
        var pause = Pace.pause(rhythm, late, spoke, read.peace(), turn.told(), now);
        return Settled.read(
                read, rhythm, late, now.plus(Pace.spread(pause, turn.source().value(), now)));
    }

    private Settled failed(Failed failed, Instant now) {
        var turn = failed.turn();
        var failures = turn.failures() + 1;
        var missing = failed.reason() == Reason.NOT_FOUND ? turn.missing() + 1 : 0;
        var retired = failed.reason() == Reason.GONE || missing >= MISSING_MOST;
        if (retired) {
            sources.stands(turn.source(), State.RETIRED, failed.reason().word(), failed.detail());
        } else {
            sources.failing(turn.source(), failed.reason().word(), Sound.line(failed.detail(), Fresh.NAME));
        }
        var next = retired
                ? null
                : now.plus(Pace.spread(
                        Pace.after(failures, failed.after()), turn.source().value(), now));
        return Settled.failed(failed, failures, missing, next);
    }
}
