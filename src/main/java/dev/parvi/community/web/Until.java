package dev.parvi.community.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Until when a conversation rests, as a form says it. */
public final class Until {

    /** What is offered, in this order. */
    public static final List<String> CHOICES = List.of("hour", "hours", "tomorrow", "monday");

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private Until() {}

    /**
     * @param said one of {@link #CHOICES}, or a wall-clock time in the brand's zone
     * @throws IllegalArgumentException for anything else
     */
    static Instant of(String said, Instant now, ZoneId zone) {
        var today = now.atZone(zone);
        return switch (said) {
            case "hour" -> now.plus(Duration.ofHours(1));
            case "hours" -> now.plus(Duration.ofHours(4));
            case "tomorrow" -> today.plusDays(1).with(MORNING).toInstant();
            case "monday" ->
                today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .with(MORNING)
                        .toInstant();
            default -> wall(said, zone);
        };
    }

    private static Instant wall(String said, ZoneId zone) {
        try {
            return LocalDateTime.parse(said).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No time: " + said, e);
        }
    }
}
