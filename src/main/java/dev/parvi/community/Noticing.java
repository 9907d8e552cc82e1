package dev.parvi.community;

import dev.parvi.publishing.Recalling;
import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes note of what the desk has sent, in the brand whose scope it is: when it's told of it, and once a minute from the ledger
 * itself, since a process may die between the ledger's commit and the telling.
 */
@Component
class Noticing {

    /** How far back the first look goes; as far as {@link Discussing} counts. */
    static final Duration FIRST = Duration.ofDays(180);

    /** Longer than any transaction takes that writes down what went out. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** Under what went out so lately somebody may be talking just now. */
    private static final Duration LIVELY = Duration.ofDays(1);

    private static final int AT_ONCE = 500;

    private final Recalling recalling;
    private final Talks talks;
    private final Comments comments;
    private final Echoing echoing;
    private final Readings readings;
    private final GoneThrough goneThrough;
    private final Clock clock;

    Noticing(
            Recalling recalling,
            Talks talks,
            Comments comments,
            Echoing echoing,
            Readings readings,
            GoneThrough goneThrough,
            Clock clock) {
        this.recalling = recalling;
        this.talks = talks;
        this.comments = comments;
        this.echoing = echoing;
        this.readings = readings;
        this.goneThrough = goneThrough;
        this.clock = clock;
    }

    /** It's known as our own, whether it was heard already or will be. */
    void sent(AccountId account, String id, DeliveryId delivery) {
        talks.ours(account, id, delivery);
        comments.sent(account, Key.of(id), delivery.value());
    }

    /** It's a post under which people may speak. */
    void began(AccountId account, String id, DeliveryId delivery, Instant at) {
        var now = clock.instant();
        talks.began(account, id, delivery, at, Rhythm.asleep(at, now) ? null : now.plus(Rhythm.TALK_SOONEST));
    }

    /**
     * Looks whether something went out that nobody was told of; whoever dies in the middle leaves it to the next.
     *
     * @return how much that was
     */
    @Transactional
    public int catchUp() {
        var now = clock.instant();
        var from = goneThrough.sentUntil().orElse(now.minus(FIRST)).minus(OVERLAP);
        var after = new DeliveryId(0);
        var missed = 0;
        var lively = new HashSet<AccountId>();
        var page = recalling.since(from, after, AT_ONCE);
        while (!page.isEmpty()) {
            for (var each : talks.unknown(page)) {
                take(each);
                missed++;
                if (each.publishedAt().isAfter(now.minus(LIVELY))) {
                    lively.add(each.account());
                }
            }
            var last = page.getLast();
            page = recalling.since(last.publishedAt(), last.delivery(), AT_ONCE);
        }
        readings.wake(lively, now.plus(Rhythm.SOONEST));
        goneThrough.sentUntil(now);
        return missed;
    }

    private void take(Out out) {
        sent(out.account(), out.sent().id(), out.delivery());
        if (!out.answer() && out.version() != null && out.part() == 0) {
            began(out.account(), out.sent().id(), out.delivery(), out.publishedAt());
        }
        if (out.answer()) {
            echoing.sent(out.account(), out.delivery(), out.sent().address());
        }
    }
}
