package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Sent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgingTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final Fault FAULT = new Fault("x", "why");
    private static final Sent SENT = new Sent("id", URI.create("https://there.example/1"), Map.of());

    private final Judging judging = new Judging(new Random(1));

    @Test
    void what_the_network_took_is_published() {
        var verdict = of(new PublishOutcome.Published(SENT), 1);
        assertThat(verdict.state()).isEqualTo(DeliveryState.PUBLISHED);
        assertThat(verdict.sent()).isEqualTo(SENT);
    }

    @Test
    void what_was_refused_goes_no_further() {
        assertThat(of(new PublishOutcome.Rejected(FAULT), 1).state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void a_time_named_by_the_network_holds_the_whole_account_until_then() {
        var verdict = of(new PublishOutcome.RetryAfter(FAULT, Duration.ofMinutes(5)), 1);
        assertThat(verdict.state()).isEqualTo(DeliveryState.DUE);
        assertThat(verdict.holdUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(verdict.nextAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(verdict.lookFirst()).isFalse();
    }

    @Test
    void a_fault_without_a_time_waits_longer_with_each_try_and_never_twice_the_same() {
        var first = of(new PublishOutcome.RetryAfter(FAULT, Duration.ZERO), 1);
        assertThat(first.nextAt()).isBetween(NOW.plusSeconds(1), NOW.plusSeconds(2));
        assertThat(first.holdUntil()).isNull();
        var fifth = of(new PublishOutcome.RetryAfter(FAULT, Duration.ZERO), 5);
        assertThat(fifth.nextAt()).isBetween(NOW.plusSeconds(16), NOW.plusSeconds(32));
    }

    @Test
    void after_the_last_try_a_person_decides() {
        var last = Judging.MOST_TRIES;
        assertThat(of(new PublishOutcome.RetryAfter(FAULT, Duration.ZERO), last).state())
                .isEqualTo(DeliveryState.FAILED);
        assertThat(of(new PublishOutcome.Unknown(FAULT), last).state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(judging.of(new Finding.CannotTell(FAULT), last, NOW).state()).isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void a_lost_permission_holds_the_account_until_somebody_signs_in() {
        var verdict = of(new PublishOutcome.NeedsReauth(FAULT), 1);
        assertThat(verdict.lost()).isTrue();
        assertThat(verdict.holdUntil()).isAfter(NOW.plus(Duration.ofDays(3650)));
    }

    @Test
    void what_is_unknown_is_read_back_and_not_before_the_call_can_have_settled() {
        var settled = NOW.plusSeconds(30);
        var verdict = judging.of(new PublishOutcome.Unknown(FAULT), 1, NOW, settled, true);
        assertThat(verdict.lookFirst()).isTrue();
        assertThat(verdict.nextAt()).isEqualTo(settled);
    }

    @Test
    void what_is_unknown_at_a_network_that_cannot_be_read_back_is_shown_to_a_person_at_once() {
        assertThat(judging.of(new PublishOutcome.Unknown(FAULT), 1, NOW, NOW, false)
                        .state())
                .isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void a_short_wait_is_the_networks_and_a_long_one_a_persons() {
        assertThat(of(new PublishOutcome.Pending("n", Duration.ofSeconds(9)), 1).state())
                .isEqualTo(DeliveryState.DUE);
        assertThat(of(new PublishOutcome.Pending("n", Duration.ofDays(9)), 1).state())
                .isEqualTo(DeliveryState.PENDING);
    }

    private Verdict of(PublishOutcome outcome, int tries) {
        return judging.of(outcome, tries, NOW, NOW, true);
    }
}
