package dev.parvi.community;

import dev.parvi.account.Accessing;
import dev.parvi.community.Readings.State;
import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor.Pace;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Reads;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one account: its news, then the talks whose turn it is. No call to a network stands in a transaction; what a call
 * brought and the cursor that goes with it are saved in one. A reader whose lease another has taken over saves nothing.
 */
@Component
class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    /** Longer than any reading takes: a reader that died is followed by another after this. */
    static final Duration LEASE = Duration.ofMinutes(3);

    /** One account's turn begins no call after this. */
    private static final Duration TURN = Duration.ofSeconds(45);

    private static final int PAGES = 50;
    private static final int TALKS = 50;

    private final Connectors connectors;
    private final Accessing accessing;
    private final Readings readings;
    private final Talks talks;
    private final Taking taking;
    private final List<Measured> measured;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reading(
            Connectors connectors,
            Accessing accessing,
            Readings readings,
            Talks talks,
            Taking taking,
            List<Measured> measured,
            Clock clock,
            TransactionTemplate transaction) {
        this.connectors = connectors;
        this.accessing = accessing;
        this.readings = readings;
        this.talks = talks;
        this.taking = taking;
        this.measured = measured;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Reads an account that nobody else reads just now. */
    void read(BrandId brand, AccountId account) {
        var reader = UUID.randomUUID();
        var now = clock.instant();
        var mine = Tenant.in(
                brand, () -> transaction.execute(status -> readings.lease(account, reader, now.plus(LEASE), now)));
        if (Boolean.TRUE.equals(mine)) {
            read(brand, account, reader);
        }
    }

    /** Reads an account whose lease {@code reader} has taken. */
    void read(BrandId brand, AccountId account, UUID reader) {
        var access = accessing.open(brand, List.of(account)).get(account);
        Tenant.run(brand, () -> new Turn(account, reader, access).go());
    }

    /** One turn at one account. */
    private final class Turn {

        private final AccountId account;
        private final UUID reader;
        private final @Nullable Access access;
        private final Instant began = clock.instant();
        private Instant windowAt = began;
        private int calls;

        Turn(AccountId account, UUID reader, @Nullable Access access) {
            this.account = account;
            this.reader = reader;
            this.access = access;
        }

        void go() {
            var state = saved(() -> readings.get(account).orElseThrow());
            var reads = connectors.as(Reads.class, state.network()).orElse(null);
            if (reads == null || access == null) {
                saved(() -> readings.failed(account, reader, new Fault("disconnected", ""), state.failures(), null));
                return;
            }
            window(state, reads.reading());
            try {
                news(reads, access, state);
                talks(reads, access, state.network());
                rest(reads.reading());
            } catch (Superseded e) {
                LOG.info("Another reader took account {} over", account);
            } catch (ConnectorFailed e) {
                failed(e, state, reads.reading());
            } catch (RuntimeException e) {
                LOG.warn("Reading account {} met a fault of our own; it is tried again", account, e);
                failed(
                        new ConnectorFailed(new Fault("desk", e.getClass().getSimpleName()), false),
                        state,
                        reads.reading());
            }
        }

        private void window(State state, Pace pace) {
            if (state.windowAt() != null && began.isBefore(state.windowAt().plus(pace.window()))) {
                windowAt = state.windowAt();
                calls = state.calls();
            }
        }

        private boolean may(Pace pace) {
            return calls < pace.calls() && clock.instant().isBefore(began.plus(TURN));
        }

        /** What is new mustn't wait for the window's end because so many talk. */
        private boolean mayTalk(Pace pace) {
            var left = Duration.between(clock.instant(), windowAt.plus(pace.window()));
            return may(pace) && calls + Rhythm.kept(left, pace) < pace.calls();
        }

        private void news(Reads reads, Access access, State state) throws ConnectorFailed {
            var cursor = state.cursor();
            for (var page = 0; page < PAGES && may(reads.reading()); page++) {
                calls++;
                var news = reads.news(access, cursor);
                saved(() -> {
                    var taken = taking.hear(account, state.network(), news.heard());
                    soon(taken);
                    if (!readings.advance(account, reader, news.cursor(), taken.added() > 0, clock.instant())) {
                        throw new Superseded();
                    }
                });
                if (!news.more() || news.cursor().equals(cursor)) {
                    return;
                }
                cursor = news.cursor();
            }
        }

        private void soon(Taking.Taken taken) {
            if (!taken.roots().isEmpty()) {
                var now = clock.instant();
                talks.heard(account, taken.roots(), now, now.plus(Rhythm.TALK_SOONEST));
            }
        }

        private void talks(Reads reads, Access access, String network) throws ConnectorFailed {
            for (var due : saved(() -> talks.due(account, clock.instant(), TALKS))) {
                if (!mayTalk(reads.reading())) {
                    return;
                }
                talk(reads, access, network, due);
            }
        }

        private void talk(Reads reads, Access access, String network, Talks.Due due) throws ConnectorFailed {
            calls++;
            var asked = clock.instant();
            try {
                var talk = reads.talk(access, due.root());
                var there = there(talk);
                var missing = new HashMap<>(
                        talk.whole() ? saved(() -> taking.missing(account, due.root(), there, asked)) : Map.of());
                if (!missing.isEmpty()) {
                    calls++;
                    for (var each : reads.apart(access, due.root(), List.copyOf(missing.values()))) {
                        missing.remove(Key.of(each.id()));
                        there.add(each);
                    }
                }
                saved(() -> take(network, due, talk, there, missing.keySet()));
            } catch (ConnectorFailed e) {
                if (Rhythm.everywhere(e)) {
                    throw e;
                }
                // Only this one can't be read: the others still can.
                LOG.debug("A talk of account {} could not be read: {}", account, e.getMessage());
                saved(() -> talks.rest(account, due.root(), next(due, Rhythm.TALK_LATEST), clock.instant()));
            }
        }

        private static List<Heard> there(Reads.Talk talk) {
            var there = new ArrayList<Heard>(talk.heard());
            var head = talk.head();
            // A stranger's own post under which somebody spoke to us was not said to us.
            if (head != null && !head.speaker().us() && head.kind() != Heard.Kind.COMMENT) {
                there.add(head);
            }
            return there;
        }

        private void take(String network, Talks.Due due, Reads.Talk talk, List<Heard> there, Set<UUID> missing) {
            if (!readings.holds(account, reader)) {
                throw new Superseded();
            }
            var taken = taking.hear(account, network, there);
            taking.vanished(account, missing);
            var now = clock.instant();
            talks.head(account, due.root(), talk.head(), talk.figures(), talk.whole(), now)
                    .ifPresent(post -> measured.forEach(each -> each.read(post, account, talk.figures(), now)));
            soon(taken);
            var heard = taken.roots().getOrDefault(due.root(), due.heard());
            talks.rest(account, due.root(), next(new Talks.Due(due.root(), heard), Rhythm.talk(heard, now)), now);
        }

        private @Nullable Instant next(Talks.Due due, Duration pause) {
            var now = clock.instant();
            return Rhythm.asleep(due.heard(), now) ? null : now.plus(pause);
        }

        private void rest(Pace pace) {
            saved(() -> {
                var now = clock.instant();
                readings.counted(account, reader, windowAt, calls);
                var alive = readings.get(account).orElseThrow().aliveAt();
                var news = now.plus(Rhythm.pause(alive, now, pace));
                var next = talks.next(account).filter(news::isAfter).orElse(news);
                var free = calls < pace.calls() ? now.plus(Rhythm.SOONEST) : windowAt.plus(pace.window());
                readings.rest(account, reader, began, next.isBefore(free) ? free : next);
            });
        }

        private void failed(ConnectorFailed failed, State state, Pace pace) {
            if (failed.reauth()) {
                accessing.lost(brand(), account, failed.fault());
            }
            saved(() -> {
                var failures = state.failures() + 1;
                var next = failed.reauth() ? null : clock.instant().plus(Rhythm.after(failed, failures, pace));
                readings.counted(account, reader, windowAt, calls);
                readings.failed(account, reader, failed.fault(), failures, next);
            });
        }

        private BrandId brand() {
            return Tenant.brand().orElseThrow();
        }
    }

    private <T> T saved(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void saved(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Another reader has the lease. */
    private static final class Superseded extends RuntimeException {}
}
