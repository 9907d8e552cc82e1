package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the slots nothing is planned in: no version of the account within the slot's minute. */
@Component
class FreeSlots {

    /** How far ahead a free slot is looked for, in weeks. */
    private static final int WEEKS = 104;

    private final Slots slots;

    FreeSlots(Slots slots) {
        this.slots = slots;
    }

    /** The first slot of the account after an instant that is free; empty also where it has none. */
    Optional<WallTime.Reading> next(AccountId account, Instant after, ZoneId zone) {
        var own = slots.of(account);
        var today = after.atZone(zone).toLocalDate();
        for (var week = 0; week < WEEKS && !own.isEmpty(); week++) {
            var first = today.plusWeeks(week);
            var free = slots.free(times(own, first, first.plusWeeks(1), zone, after));
            if (!free.isEmpty()) {
                return Optional.of(free.getFirst().reading());
            }
        }
        return Optional.empty();
    }

    /** How many there are after {@code from} and before {@code to}, free or not. */
    int count(Instant from, Instant to, ZoneId zone) {
        return all(from, to, zone).size();
    }

    private List<SlotTime> all(Instant from, Instant to, ZoneId zone) {
        var first = from.atZone(zone).toLocalDate();
        var last = to.atZone(zone).toLocalDate().plusDays(1);
        return times(slots.all(), first, last, zone, from).stream()
                .filter(time -> time.reading().instant().isBefore(to))
                .toList();
    }

    /** All that are free after {@code from} and before {@code to}, by time. */
    List<Agenda.Gap> between(Instant from, Instant to, ZoneId zone) {
        return slots.free(all(from, to, zone)).stream()
                .map(time -> new Agenda.Gap(
                        time.account(),
                        time.reading().time().local(),
                        time.reading().instant()))
                .toList();
    }

    /** A slot at one of its times. */
    record SlotTime(AccountId account, WallTime.Reading reading) {

        Instant minute() {
            return reading.instant().truncatedTo(ChronoUnit.MINUTES);
        }
    }

    private static List<SlotTime> times(List<Slot> slots, LocalDate first, LocalDate end, ZoneId zone, Instant after) {
        return first.datesUntil(end)
                .flatMap(day -> on(slots, day, zone))
                .filter(time -> time.reading().instant().isAfter(after))
                .sorted(Comparator.comparing(time -> time.reading().instant()))
                .toList();
    }

    private static Stream<SlotTime> on(List<Slot> slots, LocalDate day, ZoneId zone) {
        return slots.stream()
                .filter(slot -> slot.isOn(day))
                .map(slot -> new SlotTime(slot.account(), slot.on(day, zone)));
    }
}
