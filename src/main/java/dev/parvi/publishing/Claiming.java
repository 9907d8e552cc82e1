package dev.parvi.publishing;

import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Parcel;
import dev.parvi.planning.Sealing;
import dev.parvi.publishing.Claims.Candidate;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Step one of the ledger: in one transaction the lease, the seal, the copied content and the open attempt. */
@Component
class Claiming {

    /** How long before its instant a delivery may be claimed; no more, so that edits stay possible until then. */
    static final Duration AHEAD = Duration.ofMillis(500);

    /** How long a claimed delivery may wait for its call to begin. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** What is left of a brand's share when many brands are due at once. */
    private static final int LEAST_SHARE = 20;

    private final Claims claims;
    private final Sealing sealing;
    private final Contents contents;
    private final Connectors connectors;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Node node;
    private final ApplicationEventPublisher events;
    private final Steps steps;

    Claiming(
            Claims claims,
            Sealing sealing,
            Contents contents,
            Connectors connectors,
            Clock clock,
            @Qualifier("worker") TransactionTemplate transaction,
            Node node,
            ApplicationEventPublisher events,
            Steps steps) {
        this.claims = claims;
        this.sealing = sealing;
        this.contents = contents;
        this.connectors = connectors;
        this.clock = clock;
        this.transaction = transaction;
        this.node = node;
        this.events = events;
        this.steps = steps;
    }

    /**
     * Claims what is due within {@link #AHEAD}, what is due first, and each brand its share.
     *
     * @param most how many at the most
     */
    List<Claim> claim(int most) {
        var now = clock.instant();
        var next = claims.next();
        if (next == null || next.isAfter(now.plus(AHEAD))) {
            return List.of();
        }
        steps.at(Step.BEFORE_CLAIM);
        var late = new ArrayList<Candidate>();
        var claimed = Objects.requireNonNull(transaction.execute(status -> claimed(most, now, late)));
        steps.at(Step.CLAIMED);
        late.forEach(each ->
                events.publishEvent(new DeliveryStopped(each.brand(), each.id(), each.account(), DeliveryState.LATE)));
        return claimed;
    }

    /** Claims what is due of one brand though it's paused: for its telling anew, see {@link Retelling}. */
    List<Claim> claimOf(BrandId brand, int most) {
        var now = clock.instant();
        return Objects.requireNonNull(
                transaction.execute(status -> taken(List.of(brand.value()), most, now, new ArrayList<>())));
    }

    private List<Claim> claimed(int most, Instant now, List<Candidate> late) {
        var brands = claims.brands(now.plus(AHEAD));
        return brands.isEmpty() ? List.of() : taken(brands, Math.max(LEAST_SHARE, most / brands.size()), now, late);
    }

    /** @param late is given those that are too late to go without a person */
    private List<Claim> taken(List<Long> brands, int share, Instant now, List<Candidate> late) {
        var taken = claims.take(brands, share, now, now.plus(AHEAD));
        var ready = withinPace(withoutLate(taken, now, late), now);
        return ready.isEmpty() ? List.of() : recorded(ready, now);
    }

    private List<Candidate> withoutLate(List<Candidate> taken, Instant now, List<Candidate> late) {
        taken.stream().filter(each -> late(each, now) && !each.lookFirst()).forEach(late::add);
        if (late.isEmpty()) {
            return taken;
        }
        claims.tooLate(late);
        // Nothing was sent of these: they may be changed until a person lets them go.
        sealing.release(
                late.stream().map(Candidate::version).filter(Objects::nonNull).toList());
        return taken.stream().filter(each -> !late.contains(each)).toList();
    }

    private static boolean late(Candidate each, Instant now) {
        return !each.released() && each.dueAt().plusSeconds(each.lateSeconds()).isBefore(now);
    }

    private List<Candidate> withinPace(List<Candidate> taken, Instant now) {
        var ready = new ArrayList<Candidate>(taken.size());
        var later = new HashMap<Candidate, Instant>();
        taken.stream().collect(Collectors.groupingBy(Candidate::network)).forEach((network, those) -> {
            var pace = connectors.descriptor(network).pace();
            var calls = claims.calls(those.stream().map(Candidate::account).toList(), now.minus(pace.window()));
            for (var each : those) {
                if (calls.merge(each.account(), 1, Integer::sum) <= pace.calls()) {
                    ready.add(each);
                } else {
                    later.put(each, now.plus(pace.window().dividedBy(pace.calls())));
                }
            }
        });
        if (!later.isEmpty()) {
            claims.putOff(later);
        }
        return ready;
    }

    private List<Claim> recorded(List<Candidate> ready, Instant now) {
        var versions = ready.stream()
                .map(Candidate::version)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var sealed = sealing.seal(versions);
        steps.at(Step.SEALED);
        var before = before(ready);
        var texts = new HashMap<DeliveryId, String>();
        var made = new ArrayList<Claim>(ready.size());
        for (var each : ready) {
            var content =
                    each.content() != null ? each.content() : contents.part(sealed.get(each.version()), each.part());
            if (content != null) {
                texts.put(each.id(), content);
                made.add(claim(each, content, before, now));
            }
        }
        if (!made.isEmpty()) {
            claims.claim(made, texts, node.number(), now);
        }
        return made;
    }

    /** Only later parts of a thread need to know what went before them. */
    private Map<VersionId, List<Claims.SentPart>> before(List<Candidate> ready) {
        var later = ready.stream().filter(each -> each.part() > 0).toList();
        return later.isEmpty()
                ? Map.of()
                : claims
                        .before(
                                later.stream().map(Candidate::brand).toList(),
                                later.stream()
                                        .map(Candidate::version)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Claims.SentPart::version));
    }

    private Claim claim(Candidate each, String content, Map<VersionId, List<Claims.SentPart>> before, Instant now) {
        var made = (each.madeAt() != null ? each.madeAt() : each.released() ? now : each.dueAt())
                .truncatedTo(ChronoUnit.MILLIS);
        var start = each.nextAt().isAfter(now) ? each.nextAt() : now;
        var lease = start.plus(LEASE);
        Descriptor descriptor = connectors.descriptor(each.network());
        var earlier =
                each.version() == null ? List.<Claims.SentPart>of() : before.getOrDefault(each.version(), List.of());
        var parcel = new Parcel(
                each.id().value(),
                each.key(),
                made,
                contents.message(content),
                contents.parents(earlier, each.part(), each.comment()),
                each.answered() == null ? null : contents.sent(each.answered()),
                each.comment());
        return new Claim(
                each.id(),
                each.brand(),
                each.account(),
                each.network(),
                each.version(),
                each.part(),
                each.tries() + 1,
                start,
                lease,
                lease.plus(descriptor.callDeadline()),
                each.lookFirst(),
                late(each, now),
                parcel);
    }
}
