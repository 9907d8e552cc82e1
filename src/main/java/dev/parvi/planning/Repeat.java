package dev.parvi.planning;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A post that comes again.
 *
 * @param everyDays how many days lie between, 1 to 366
 * @param until the last day on which a copy may go out
 * @param next when the first copy that isn't made yet goes out, on the wall of {@code zone}
 * @param by in whose name copies are planned
 */
public record Repeat(PostId post, int everyDays, LocalDate until, LocalDateTime next, ZoneId zone, MemberId by) {

    boolean over() {
        return next.toLocalDate().isAfter(until);
    }

    Repeat onward() {
        return new Repeat(post, everyDays, until, next.plusDays(everyDays), zone, by);
    }
}
