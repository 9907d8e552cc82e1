package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.WallTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A time in the week at which an account speaks, on the clock of the brand's zone. */
public record Slot(long id, AccountId account, DayOfWeek weekday, LocalTime at) {

    /** When it comes on a day; the caller picks a day of its weekday. Of a time that comes twice the first is taken. */
    WallTime.Reading on(LocalDate day, ZoneId zone) {
        return new WallTime(day.atTime(at), zone).read(WallTime.Choice.FIRST);
    }

    boolean isOn(LocalDate day) {
        return day.getDayOfWeek() == weekday;
    }
}
