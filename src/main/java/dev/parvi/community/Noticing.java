package dev.parvi.community;

import dev.parvi.connector.Sent;
import dev.parvi.publishing.Recalling;
import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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

    /** An answer is known as our own, whether it was heard already or will be. */
    void answered(AccountId account, Sent sent, DeliveryId delivery) {
        var answer = new Out(delivery, null, account, 0, true, sent, clock.instant());
        talks.ours(List.of(answer));
        comments.sent(List.of(answer));
    }

    /** Posts are known as our own; under those that begin something people may speak. */
    void take(List<Out> posts) {
        var now = clock.instant();
        talks.ours(posts);
        comments.sent(posts);
        talks.began(
                posts.stream()
                        .filter(each -> !each.answer() && each.version() != null && each.part() == 0)
                        .toList(),
                out -> Rhythm.asleep(out.publishedAt(), now) ? null : now.plus(Rhythm.TALK_SOONEST));
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
            var unknown = talks.unknown(page);
            take(unknown);
            unknown.stream()
                    .filter(Out::answer)
                    .forEach(each -> echoing.sent(
                            each.account(), each.delivery(), each.sent().address()));
            unknown.stream()
                    .filter(each -> each.publishedAt().isAfter(now.minus(LIVELY)))
                    .forEach(each -> lively.add(each.account()));
            missed += unknown.size();
            var last = page.getLast();
            page = recalling.since(last.publishedAt(), last.delivery(), AT_ONCE);
        }
        readings.wake(lively, now.plus(Rhythm.SOONEST));
        goneThrough.sentUntil(now);
        return missed;
    }
}
