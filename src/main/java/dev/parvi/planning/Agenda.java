package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * The days of a window with what is planned on them, and the slots nothing is planned in.
 *
 * @param places the accounts of the brand and those of the entries
 */
public record Agenda(List<Day> days, Map<AccountId, Place> places) {

    /**
     * @param entries the first ones by time
     * @param more how many follow that aren't listed here
     * @param gaps by time; only what is still to come
     */
    public record Day(LocalDate date, List<Entry> entries, int more, List<Gap> gaps) {}

    /** A slot nothing is planned in. */
    public record Gap(AccountId account, LocalDateTime at, Instant instant) {}

    public boolean empty() {
        return days.stream().allMatch(day -> day.entries().isEmpty());
    }
}
