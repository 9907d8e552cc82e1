package dev.parvi.analysis;

import dev.parvi.shared.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Cuts time into weeks and days on the clock of a zone: with the hour that is missing or doubled in some of them. */
final class Weeks {

    private Weeks() {}

    /** The last {@code n} weeks that are over, the earliest first; the last of them ends with yesterday. */
    static List<Span> before(Instant now, ZoneId zone, int n) {
        var today = LocalDate.ofInstant(now, zone);
        var weeks = new ArrayList<Span>();
        for (var back = n; back > 0; back--) {
            weeks.add(days(today.minusWeeks(back), today.minusWeeks(back - 1), zone));
        }
        return weeks;
    }

    /** Cut into days where these are few, else into weeks; the first may be cut short. */
    static List<Span> cut(Span span, ZoneId zone) {
        var first = LocalDate.ofInstant(span.from(), zone);
        var end = LocalDate.ofInstant(span.to().minusMillis(1), zone).plusDays(1);
        var step = first.plusDays(32).isBefore(end) ? 7 : 1;
        var cut = new ArrayList<Span>();
        for (var day = end; day.isAfter(first); day = day.minusDays(step)) {
            var from = day.minusDays(step);
            cut.addFirst(days(from.isBefore(first) ? first : from, day, zone));
        }
        return cut;
    }

    static Span days(LocalDate from, LocalDate to, ZoneId zone) {
        return new Span(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }
}
