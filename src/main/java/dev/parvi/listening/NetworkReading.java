package dev.parvi.listening;

import dev.parvi.account.Accessing;
import dev.parvi.account.Connecting;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Listens;
import dev.parvi.listening.Landing.Arrival;
import dev.parvi.listening.Source.State;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one source of a network. No call stands in a transaction; what a call brought and the cursor that goes with it are saved
 * in one. A reader whose lease another has taken over saves nothing.
 */
@Component
class NetworkReading {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkReading.class);

    /** Longer than any reading takes: a reader that died is followed by another after this. */
    static final Duration LEASE = Duration.ofMinutes(3);

    /** One source's turn begins no call after this, so that others get theirs. */
    private static final Duration TURN = Duration.ofSeconds(45);

    private static final Duration LIVELY = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURES = Duration.ofHours(1);

    private final Connectors connectors;
    private final Connecting connecting;
    private final Accessing accessing;
    private final NetworkSources networkSources;
    private final Sources sources;
    private final NetworkTurns turns;
    private final Allowances allowances;
    private final Landing landing;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NetworkReading(
            Connectors connectors,
            Connecting connecting,
            Accessing accessing,
            NetworkSources networkSources,
            Sources sources,
            NetworkTurns turns,
            Allowances allowances,
            Landing landing,
            Clock clock,
            TransactionTemplate transaction) {
        this.connectors = connectors;
        this.connecting = connecting;
        this.accessing = accessing;
        this.networkSources = networkSources;
        this.sources = sources;
        this.turns = turns;
        this.allowances = allowances;
        this.landing = landing;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Reads a source whose lease {@code reader} has taken. */
    void read(BrandId brand, SourceId id, UUID reader) {
        Tenant.run(brand, () -> new Turn(brand, id, reader).go());
    }

    private final class Turn {

        private final BrandId brand;
        private final SourceId id;
        private final UUID reader;
        private final Instant began = clock.instant();

        Turn(BrandId brand, SourceId id, UUID reader) {
            this.brand = brand;
            this.id = id;
            this.reader = reader;
        }

        void go() {
            var source = saved(() -> networkSources.of(id)).orElse(null);
            if (source == null || !source.read() || source.kind().equals(NetworkSource.STREAM)) {
                rest(0, null);
                return;
            }
            try {
                read(source);
            } catch (Superseded e) {
                LOG.info("Another reader took source {} over", id);
            } catch (ConnectorFailed e) {
                failed(source, e);
            } catch (RuntimeException e) {
                LOG.warn("Reading source {} met a fault of our own; it is tried again", id, e);
                failed(
                        source,
                        new ConnectorFailed(new Fault("desk", e.getClass().getSimpleName()), false));
            }
        }

        private void read(NetworkSource source) throws ConnectorFailed {
            var account = source.account();
            var access = account == null
                    ? null
                    : accessing.open(brand, List.of(account)).get(account);
            var listens = connectors.as(Listens.class, source.network()).orElse(null);
            if (access == null || account == null || listens == null || !well(account)) {
                throw new ConnectorFailed(new Fault("disconnected", ""), false);
            }
            var found = 0;
            var whole = true;
            var cursor = source.cursor();
            for (var more = true; more && began.plus(TURN).isAfter(clock.instant()); ) {
                if (!saved(() -> allowances.spend(account, listens.listening(), clock.instant()))) {
                    rest(0, clock.instant().plus(listens.listening().window().dividedBy(2)));
                    return;
                }
                var caught = listens.listen(access, source.aim(), cursor);
                found += saved(() -> land(source, caught));
                cursor = caught.cursor();
                whole &= caught.whole();
                more = caught.more();
            }
            stands(source, whole ? "" : "much", "");
            rest(0, clock.instant().plus(found > 0 ? LIVELY : QUIET));
        }

        private boolean well(AccountId account) {
            return saved(() -> connecting.get(account))
                    .filter(each -> each.open())
                    .isPresent();
        }

        private int land(NetworkSource source, Listens.Catch caught) {
            if (!turns.holds(id, reader)) {
                throw new Superseded();
            }
            var added = landing.land(caught.posts().stream()
                    .map(post -> new Arrival(source, post, ""))
                    .toList());
            networkSources.read(id, caught.cursor());
            return added;
        }

        private void stands(NetworkSource source, String reason, String detail) {
            if (source.state() == State.FAILING || !reason.isEmpty()) {
                saved(() -> sources.stands(id, State.LIVE, reason, detail));
            }
        }

        private void failed(NetworkSource source, ConnectorFailed failed) {
            var account = source.account();
            if (failed.reauth() && account != null) {
                accessing.lost(brand, account, failed.fault());
            }
            var failures = source.failures() + 1;
            var pause = failed.after().isPositive() ? failed.after() : backOff(failures);
            saved(() -> sources.stands(
                    id,
                    State.FAILING,
                    "network",
                    failed.fault().code() + ": " + failed.fault().detail()));
            rest(failures, clock.instant().plus(pause));
        }

        private void rest(int failures, @Nullable Instant next) {
            saved(() -> {
                turns.rest(id, reader, failures, next, clock.instant());
                return true;
            });
        }
    }

    private static Duration backOff(int failures) {
        var pause = AFTER_FAILURE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(AFTER_FAILURES) < 0 ? pause : AFTER_FAILURES;
    }

    private <T> T saved(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Another reader has the lease. */
    private static final class Superseded extends RuntimeException {}
}
