package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.community.Conflict.Closing;
import dev.parvi.community.Conflict.Cooling;
import dev.parvi.community.Conflict.Outcome;
import dev.parvi.community.Conflict.Severity;
import dev.parvi.community.Conflict.State;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReputationTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private static Conflict ended(Severity severity, Outcome outcome) {
        return new Conflict(
                1,
                new ConversationId(1),
                State.CLOSED,
                severity,
                "",
                null,
                NOW,
                NOW,
                Cooling.NONE,
                null,
                new Closing(outcome, "", NOW, new MemberId(1)),
                null,
                false);
    }

    @Test
    void six_parts_are_the_endings_by_their_weight_and_four_the_returns() {
        var cases = List.of(
                ended(Severity.GRAVE, Outcome.SETTLED),
                ended(Severity.SERIOUS, Outcome.SOFTENED),
                ended(Severity.MILD, Outcome.LOST),
                ended(Severity.MILD, Outcome.UNANSWERED),
                ended(Severity.MILD, Outcome.ESCALATED));
        var reputation = Reputation.of(cases, 3, 6);
        // Earned 3 + 1 of 8; half of the people came back.
        assertThat(reputation.outcomes()).hasValue(50);
        assertThat(reputation.returns()).hasValue(50);
        assertThat(reputation.figure()).hasValue(50);
        assertThat(Reputation.of(cases, 6, 6).figure()).hasValue(70);
        assertThat(Reputation.of(cases, 0, 6).figure()).hasValue(30);
    }

    @Test
    void too_little_is_no_figure() {
        var four = Collections.nCopies(4, ended(Severity.MILD, Outcome.SETTLED));
        var five = Collections.nCopies(5, ended(Severity.MILD, Outcome.SETTLED));
        assertThat(Reputation.of(four, 9, 9).figure()).isEqualTo(OptionalInt.empty());
        assertThat(Reputation.of(four, 9, 9).outcomes()).isEmpty();
        assertThat(Reputation.of(four, 9, 9).returns()).hasValue(100);
        assertThat(Reputation.of(five, 4, 4).figure()).isEmpty();
        assertThat(Reputation.of(five, 4, 4).returns()).isEmpty();
        assertThat(Reputation.of(five, 4, 4).outcomes()).hasValue(100);
        assertThat(Reputation.of(five, 5, 5).figure()).hasValue(100);
        assertThat(Reputation.of(List.of(), 0, 0).figure()).isEmpty();
    }

    @Test
    void what_was_no_conflict_counts_for_nothing() {
        var declined = new Conflict(
                1,
                new ConversationId(1),
                State.CLOSED,
                Severity.GRAVE,
                "",
                null,
                NOW,
                null,
                Cooling.NONE,
                null,
                new Closing(null, "", NOW, new MemberId(1)),
                null,
                false);
        assertThat(Reputation.of(List.of(declined), 0, 0).cases()).isZero();
    }
}
