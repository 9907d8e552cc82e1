package dev.parvi.shared;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A time as the clock on the wall shows it in a named zone. Where clocks are moved some times don't exist and some come
 * twice; {@link #read} says which it is, so that a page can show it.
 */
public record WallTime(LocalDateTime local, ZoneId zone) {

    /** Which of the two is meant when a time comes twice. */
    public enum Choice {
        FIRST,
        SECOND
    }

    /** What a wall time comes to. */
    public sealed interface Reading {

        Instant instant();

        /** The wall time that holds: another than was asked for only in a gap. */
        WallTime time();

        /** Which of two it is; {@link Choice#FIRST} where there is only one. */
        default Choice choice() {
            return Choice.FIRST;
        }
    }

    /** It comes once. */
    public record Plain(WallTime time, Instant instant) implements Reading {}

    /** The clocks jump over the time asked for: it's read as much later as they jump. */
    public record Gap(LocalDateTime asked, WallTime time, Instant instant) implements Reading {}

    /** It comes twice, as clocks are set back. */
    public record Overlap(WallTime time, Instant first, Instant second, Choice choice) implements Reading {

        @Override
        public Instant instant() {
            return choice == Choice.FIRST ? first : second;
        }
    }

    /** The wall time of an instant. */
    public static WallTime of(Instant instant, ZoneId zone) {
        return new WallTime(LocalDateTime.ofInstant(instant, zone), zone);
    }

    /** @param choice matters only where the time comes twice */
    public Reading read(Choice choice) {
        var offsets = zone.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 1 -> new Plain(this, local.toInstant(offsets.getFirst()));
            case 0 -> gap();
            default ->
                new Overlap(this, local.toInstant(offsets.getFirst()), local.toInstant(offsets.getLast()), choice);
        };
    }

    private Reading gap() {
        var jump = zone.getRules().getTransition(local);
        var moved = local.plus(jump.getDuration());
        return new Gap(local, new WallTime(moved, zone), moved.toInstant(jump.getOffsetAfter()));
    }
}
