package dev.parvi.publishing;

import dev.parvi.account.Account;
import dev.parvi.shared.VersionId;
import dev.parvi.support.DeskTest;
import dev.parvi.team.Seat;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Posts on their way. */
@DeskTest
@Import(Planned.class)
class InFlightTest extends InFlight<VersionId> {

    @Autowired
    Planned planned;

    @Override
    VersionId plan(Seat seat, Account account) {
        return planned.plan(seat, account, clock.instant(), AS_PLANNED);
    }

    @Override
    void edit(Seat seat, VersionId version, String text) {
        planned.edit(seat, version, text);
    }

    @Override
    void move(Seat seat, VersionId version, Instant at) {
        planned.move(seat, version, at);
    }

    @Override
    void withdraw(Seat seat, VersionId version) {
        planned.delete(seat, version);
    }

    @Override
    void orphan(VersionId version) {
        planned.orphan(version);
    }

    @Override
    DeliveryState state(Seat seat, VersionId version) {
        return planned.state(seat, version);
    }
}
