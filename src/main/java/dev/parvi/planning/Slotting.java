package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets at which times of the week an account speaks. */
@Component
public class Slotting {

    /** More times than these are a slip, not a rhythm. */
    static final int MOST = 200;

    private final Slots slots;

    Slotting(Slots slots) {
        this.slots = slots;
    }

    /** All slots of the brand, by account, weekday and time. */
    @Transactional(readOnly = true)
    public List<Slot> all() {
        return slots.all();
    }

    /** @throws CannotPlan where no weekday is chosen, or the account has its fill */
    @Transactional
    public void add(Seat seat, AccountId account, Collection<DayOfWeek> weekdays, LocalTime at) {
        seat.needs(Right.WRITE);
        if (weekdays.isEmpty()) {
            throw new CannotPlan("planning.slots.noday");
        }
        if (slots.of(account).size() + weekdays.size() > MOST) {
            throw new CannotPlan("planning.slots.full", "most", MOST);
        }
        weekdays.forEach(day -> slots.add(account, day, at));
    }

    @Transactional
    public void remove(Seat seat, long slot) {
        seat.needs(Right.WRITE);
        slots.remove(slot);
    }
}
