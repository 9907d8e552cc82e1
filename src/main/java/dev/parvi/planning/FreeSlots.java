package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.WallTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the slots nothing is planned in. */
@Component
class FreeSlots {

    /** How far ahead a free slot is looked for. */
    private static final int DAYS = 366;

    private final Slots slots;
    private final Plans plans;

    FreeSlots(Slots slots, Plans plans) {
        this.slots = slots;
        this.plans = plans;
    }

    /** The first slot of the account after an instant with nothing planned in its minute; empty also without slots. */
    Optional<WallTime.Reading> next(AccountId account, Instant after, ZoneId zone) {
        var own = slots.of(account);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var taken = plans.taken(account, after.truncatedTo(ChronoUnit.MINUTES), after.plus(DAYS + 1, ChronoUnit.DAYS));
        return times(own, after, zone)
                .filter(time -> taken.stream().noneMatch(each -> Slot.sameMinute(each, time.instant())))
                .findFirst();
    }

    private static Stream<WallTime.Reading> times(List<Slot> slots, Instant after, ZoneId zone) {
        var today = after.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS))
                .flatMap(day -> slots.stream()
                        .filter(slot -> slot.isOn(day))
                        .map(slot -> slot.on(day, zone))
                        .sorted(Comparator.comparing(WallTime.Reading::instant)))
                .filter(time -> time.instant().isAfter(after));
    }
}
