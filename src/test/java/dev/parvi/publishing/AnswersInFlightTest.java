package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.shared.DeliveryId;
import dev.parvi.support.DeskTest;
import dev.parvi.team.Seat;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What answers somebody, on its way: it has no version to be sealed, so the claim alone decides. */
@DeskTest
@Import({Planned.class, Handed.class})
class AnswersInFlightTest extends InFlight<DeliveryId> {

    @Autowired
    Handed handed;

    @Override
    DeliveryId plan(Seat seat, Account account) {
        return handed.in(seat, account, clock.instant(), AS_PLANNED);
    }

    @Override
    void edit(Seat seat, DeliveryId answer, String text) {
        handed.edit(seat, answer, text, clock.instant());
    }

    @Override
    void move(Seat seat, DeliveryId answer, Instant at) {
        handed.edit(seat, answer, AS_PLANNED, at);
    }

    @Override
    void withdraw(Seat seat, DeliveryId answer) {
        handed.withdraw(seat, answer);
    }

    @Override
    void orphan(DeliveryId answer) {
        handed.orphan(answer);
    }

    @Override
    DeliveryState state(Seat seat, DeliveryId answer) {
        return handed.state(seat, answer);
    }

    @Override
    void refused(boolean refused, Step step) {
        assertThat(refused).as("refused from the claim on, and only then").isEqualTo(step != Step.BEFORE_CLAIM);
    }
}
