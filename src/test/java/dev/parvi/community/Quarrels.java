package dev.parvi.community;

import dev.parvi.platform.Tenant;
import dev.parvi.team.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Has the desk look back on a brand's conflicts at once, for tests of their pages. */
@TestComponent
public class Quarrels {

    @Autowired
    LookingBack lookingBack;

    public void lookBack(Seat seat) {
        Tenant.run(seat.brand(), lookingBack::look);
    }
}
