package dev.parvi.analysis;

import dev.parvi.audience.Campaign;
import dev.parvi.shared.WallTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When a circular goes out, and of which days it then is. Where clocks jump over the hour it goes out as much later as they jump, where it comes
 * twice the first time.
 */
record Round(LocalDate first, LocalDate last) {

    /** Of a campaign, as far as it has come. */
    static Round of(Campaign campaign, LocalDate last) {
        return new Round(campaign.begins(), last.isBefore(campaign.ends()) ? last : campaign.ends());
    }

    /** The last whole week or month before a day. */
    static Round before(Report.Kind kind, LocalDate day) {
        if (kind == Report.Kind.MONTH) {
            var first = day.withDayOfMonth(1).minusMonths(1);
            return new Round(first, first.plusMonths(1).minusDays(1));
        }
        var monday =
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        return new Round(monday, monday.plusDays(6));
    }

    /**
     * The next one after now.
     *
     * @param campaign its days; null where it isn't of one
     * @return null where none is to come
     */
    static @Nullable Instant next(Circular circular, @Nullable Round campaign, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        return switch (circular.kind()) {
            case WEEK -> {
                var day = today.with(TemporalAdjusters.nextOrSame(circular.weekday()));
                var at = instant(day, circular.at(), zone);
                yield at.isAfter(now) ? at : instant(day.plusWeeks(1), circular.at(), zone);
            }
            case MONTH -> {
                var day = today.withDayOfMonth(circular.monthDay());
                var at = instant(day, circular.at(), zone);
                yield at.isAfter(now) ? at : instant(day.plusMonths(1), circular.at(), zone);
            }
            case CAMPAIGN -> campaign == null ? null : campaign.next(circular, zone, now);
        };
    }

    /** Of a campaign of these days: the day after its end, and on a day of the week while it runs and has run for a day. */
    private @Nullable Instant next(Circular circular, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var least = today.isAfter(first) ? today : first.plusDays(1);
        var day = least.with(TemporalAdjusters.nextOrSame(circular.weekday()));
        if (!instant(day, circular.at(), zone).isAfter(now)) {
            day = day.plusWeeks(1);
        }
        var at = instant(circular.running() && !day.isAfter(last) ? day : last.plusDays(1), circular.at(), zone);
        return at.isAfter(now) ? at : null;
    }

    private static Instant instant(LocalDate date, LocalTime at, ZoneId zone) {
        return new WallTime(date.atTime(at), zone).read(WallTime.Choice.FIRST).instant();
    }
}
