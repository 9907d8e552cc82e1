package dev.parvi.community;

import dev.parvi.community.LessonsDue.Turn;
import dev.parvi.platform.Tenant;
import dev.parvi.text.Learned;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns what moderators have corrected, and looks again at what was said lately. Each brand is one node's at a time; a node that dies
 * over it leaves it to the others after {@link #LEASE}.
 */
@Component
class Learning {

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

    /** Who corrects one corrects several: they are learned together. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** Learning from {@link #MOST} takes some seconds; then comes looking again. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** Corrections; of more the latest count. */
    static final int MOST = 2_000;

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int LOOKED_AT = 2_000;

    private final LessonsDue due;
    private final LearnedModels models;
    private final Corrections corrections;
    private final Verdicts verdicts;
    private final Grasping grasping;
    private final TransactionTemplate worker;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Learning(
            LessonsDue due,
            LearnedModels models,
            Corrections corrections,
            Verdicts verdicts,
            Grasping grasping,
            @Qualifier("worker") TransactionTemplate worker,
            TransactionTemplate transaction,
            Clock clock) {
        this.due = due;
        this.models = models;
        this.corrections = corrections;
        this.verdicts = verdicts;
        this.grasping = grasping;
        this.worker = worker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Every brand whose turn it is.
     *
     * @return how many have learned
     */
    int turn() {
        var learned = 0;
        for (var next = claim(); next.isPresent(); next = claim()) {
            try {
                Tenant.run(next.get().brand(), studying(next.get()));
                learned++;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Brand {} could not learn; it is tried again",
                        next.get().brand(),
                        e);
            }
        }
        return learned;
    }

    private Optional<Turn> claim() {
        var now = clock.instant();
        return Objects.requireNonNull(worker.execute(status -> due.claim(now.plus(LEASE), now)));
    }

    /** Training is work for a processor, so no transaction stands open meanwhile. */
    private Runnable studying(Turn turn) {
        return () -> {
            var lessons = Objects.requireNonNull(transaction.execute(status -> corrections.taught(MOST)));
            var learned = Learned.train(lessons);
            transaction.executeWithoutResult(
                    status -> models.keep(turn.wanted(), learned, lessons.size(), clock.instant()));
            lookAgain();
            transaction.executeWithoutResult(status -> models.done(turn.wanted(), clock.instant()));
        };
    }

    private void lookAgain() {
        var since = clock.instant().minus(LATELY);
        var lately = Objects.requireNonNull(transaction.execute(status -> verdicts.lately(since, LOOKED_AT)));
        for (var from = 0; from < lately.size(); from += Waiting.BATCH) {
            grasping.again(lately.subList(from, Math.min(lately.size(), from + Waiting.BATCH)));
        }
    }

    /** What a person said goes with them, and so does what was learned from it. */
    @EventListener
    void on(PersonErased erased) {
        if (corrections.forget(erased.profiles()) > 0) {
            models.want(clock.instant());
        }
    }
}
