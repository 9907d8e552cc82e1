package dev.parvi.audience;

import dev.parvi.account.Accessing;
import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.audience.CrowdReadings.Standing;
import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Gathers;
import dev.parvi.connector.Gathers.Crowd;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads who follows, page by page: each page is kept with the place where it ended, so that a reading goes on where a process died. Who wasn't shown
 * by a whole reading has left, and nobody is said to have left before. No transaction stands around a network's call.
 */
@Component
class Gathering {

    /** From the end of a reading to the next. */
    static final Duration PAUSE = Duration.ofHours(1);

    /** The same where a reading takes more than so many pages. */
    static final Duration LONG_PAUSE = Duration.ofHours(6);

    private static final int MANY_PAGES = 20;

    /** Of one account in one turn. */
    static final int PAGES_AT_ONCE = 20;

    /** More followers than this take are read in part: then nobody is known to have left. */
    static final int PAGES_MOST = 2_000;

    /** When so many are missing, and this part of all, it's only believed when the next whole reading says the same. */
    static final int DOUBTED_LEAST = 20;

    static final int DOUBTED_PART = 3;
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration FAULT_SOONEST = Duration.ofMinutes(2);
    private static final int MOST_DOUBLINGS = 8;

    private final Connecting connecting;
    private final Connectors connectors;
    private final Accessing accessing;
    private final CrowdReadings readings;
    private final Onlookers onlookers;
    private final Follows follows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Gathering(
            Connecting connecting,
            Connectors connectors,
            Accessing accessing,
            CrowdReadings readings,
            Onlookers onlookers,
            Follows follows,
            TransactionTemplate transaction,
            Clock clock) {
        this.connecting = connecting;
        this.connectors = connectors;
        this.accessing = accessing;
        this.readings = readings;
        this.onlookers = onlookers;
        this.follows = follows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads all of the brand, whether it's their turn or not. */
    void hurry() {
        transaction.executeWithoutResult(status -> readings.hurry(clock.instant()));
        turn();
    }

    /** Reads those of the brand whose turn it is, some pages each. */
    void turn() {
        var brand = Tenant.brand().orElseThrow();
        var open = connecting.open().stream()
                .filter(each -> each.well()
                        && connectors.as(Gathers.class, each.network()).isPresent())
                .toList();
        var due = Objects.requireNonNull(transaction.execute(status -> {
            readings.enlist(open.stream().map(Account::id).toList(), clock.instant());
            return readings.all().stream()
                    .filter(each -> !each.next().isAfter(clock.instant()))
                    .toList();
        }));
        for (var standing : due) {
            open.stream()
                    .filter(each -> each.id().equals(standing.account()))
                    .findFirst()
                    .ifPresent(account -> read(brand, account, standing));
        }
    }

    private void read(BrandId brand, Account account, Standing standing) {
        var access = accessing.open(brand, List.of(account.id())).get(account.id());
        if (access != null) {
            var gathers = connectors.as(Gathers.class, account.network()).orElseThrow();
            var most = Math.min(PAGES_AT_ONCE, gathers.gathering().calls());
            var at = standing;
            for (var page = 0; at != null && page < most; page++) {
                at = step(brand, account, gathers, access, at);
            }
        }
    }

    /** @return where it goes on at once; null where it doesn't */
    private @Nullable Standing step(BrandId brand, Account account, Gathers gathers, Access access, Standing standing) {
        try {
            var crowd = gathers.followers(access, standing.cursor());
            return transaction.execute(status -> kept(account, gathers, standing, crowd));
        } catch (ConnectorFailed e) {
            if (e.reauth()) {
                accessing.lost(brand, account.id(), e.fault());
            }
            transaction.executeWithoutResult(status -> readings.keep(failed(standing, e)));
            return null;
        }
    }

    private @Nullable Standing kept(Account account, Gathers gathers, Standing standing, Crowd crowd) {
        var now = clock.instant();
        var begun = standing.begun() == null ? now : standing.begun();
        var ids = onlookers.following(account.network(), crowd.followers(), now);
        var joined = standing.firstWhole() == null ? null : now;
        follows.shown(account.id(), crowd.followers(), ids, standing.number(), joined, now);
        var at = new Standing(
                standing.account(),
                standing.number(),
                crowd.cursor(),
                standing.pages() + 1,
                begun,
                standing.whole(),
                standing.firstWhole(),
                standing.doubted(),
                now.plus(least(gathers)),
                0,
                "",
                "",
                crowd.total() == null ? standing.total() : crowd.total());
        var next = crowd.more() ? at.pages() >= PAGES_MOST ? ended(at, now, false, "many") : at : whole(at, begun, now);
        readings.keep(next);
        return next.begun() == null ? null : next;
    }

    /** The network's pace, over the pages of a turn. */
    private static Duration least(Gathers gathers) {
        var pace = gathers.gathering();
        return pace.window().multipliedBy(Math.min(PAGES_AT_ONCE, pace.calls())).dividedBy(Math.max(1, pace.calls()));
    }

    private Standing whole(Standing at, Instant begun, Instant now) {
        var counted = follows.counted(at.account(), at.number(), begun);
        var many = counted.missing() >= DOUBTED_LEAST && counted.missing() * DOUBTED_PART > counted.standing();
        if (many && !at.doubted()) {
            return ended(at, now, true, "");
        }
        if (follows.left(at.account(), at.number(), begun, now) > 0) {
            onlookers.forgetLeft(at.account().value());
        }
        return ended(at, now, false, "");
    }

    /** @param fault why it isn't whole; empty where it is */
    private static Standing ended(Standing at, Instant now, boolean doubted, String fault) {
        var whole = fault.isEmpty() && !doubted;
        var pause = doubted ? AGAIN : at.pages() > MANY_PAGES ? LONG_PAUSE : PAUSE;
        return new Standing(
                at.account(),
                at.number() + 1,
                "",
                0,
                null,
                whole ? now : at.whole(),
                whole && at.firstWhole() == null ? now : at.firstWhole(),
                doubted,
                now.plus(pause),
                0,
                fault,
                "",
                at.total());
    }

    private Standing failed(Standing at, ConnectorFailed failed) {
        var doubled = FAULT_SOONEST.multipliedBy(1L << Math.min(at.failures(), MOST_DOUBLINGS));
        var pause = failed.after().compareTo(doubled) > 0 ? failed.after() : doubled;
        return new Standing(
                at.account(),
                at.number(),
                at.cursor(),
                at.pages(),
                at.begun(),
                at.whole(),
                at.firstWhole(),
                at.doubted(),
                clock.instant().plus(pause),
                at.failures() + 1,
                failed.fault().code(),
                failed.fault().detail(),
                at.total());
    }
}
