package dev.parvi.publishing;

import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/**
 * Lets what is due go out on this thread, by the clock of whoever calls, while the brand is paused for every publisher. So
 * the sample brand gets a past whose deliveries have their whole story.
 */
@Component
public class Retelling {

    private static final int MOST = 100;

    private final Claiming claiming;
    private final Dispatching dispatching;

    Retelling(Claiming claiming, Dispatching dispatching) {
        this.claiming = claiming;
        this.dispatching = dispatching;
    }

    /** Answers how many went. */
    public int turn(Seat seat) {
        seat.needs(Right.MANAGE);
        var claims = claiming.claimOf(seat.brand(), MOST);
        var opened = dispatching.open(claims);
        var records = new ArrayList<Courier.Record>(claims.size());
        claims.forEach(each -> records.add(dispatching.carry(each, opened)));
        dispatching.record(records);
        dispatching.tell(records);
        return records.size();
    }
}
