package dev.parvi.community;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Learns which questions somebody of the audience has answered, once a minute, from what was understood since. A question that
 * comes up again can then be given to who knows the answer.
 */
@Component
class Recognising {

    /** How much is looked through in one go; at {@value} a minute a million comments take two hours. */
    private static final int AT_ONCE = 10_000;

    private static final Duration SETTLES = Duration.ofSeconds(30);

    private final AnsweredQuestions questions;
    private final GoneThrough goneThrough;
    private final Clock clock;

    Recognising(AnsweredQuestions questions, GoneThrough goneThrough, Clock clock) {
        this.questions = questions;
        this.goneThrough = goneThrough;
        this.clock = clock;
    }

    /** In the brand whose scope it is; stops before what isn't understood yet. */
    @Transactional
    public void learn() {
        var after = goneThrough.commentUntil();
        var before = questions.firstWaiting().orElse(Long.MAX_VALUE);
        questions.learn(after, before, clock.instant().minus(SETTLES), AT_ONCE).ifPresent(goneThrough::commentUntil);
    }
}
