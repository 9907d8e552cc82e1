package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class TakingOverTest {

    @Autowired
    Given given;

    @Autowired
    Stirring stirring;

    @Autowired
    Due due;

    @Autowired
    HandClock clock;

    @Autowired
    @Qualifier("worker")
    TransactionTemplate worker;

    @BeforeEach
    void an_account() {
        var seat = given.brand();
        given.account(seat);
        stirring.enlist(seat.brand());
        claimed();
    }

    private List<Due.Turn> claimed() {
        clock.pass(Duration.ofSeconds(1));
        return Objects.requireNonNull(worker.execute(
                status -> due.claim(UUID.randomUUID(), List.of(), 1_000, Reading.LEASE, clock.instant())));
    }

    @Test
    void what_somebody_reads_is_read_by_nobody_else() {
        assertThat(claimed()).isEmpty();
    }

    @Test
    void what_a_dead_process_was_reading_is_read_by_the_next_at_once() {
        worker.executeWithoutResult(status -> due.abandoned());

        assertThat(claimed()).isNotEmpty();
    }
}
