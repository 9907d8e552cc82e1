package dev.parvi.tracking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days in the brand's zone as the fewest whole blocks of 1, 4, 16 and 64 days that make them up. */
final class Span {

    private static final int[] WIDTHS = {1, 4, 16, 64};

    final List<Integer> levels = new ArrayList<>();
    final List<Integer> from = new ArrayList<>();
    final List<Integer> until = new ArrayList<>();

    private final int whole;

    private Span(int whole) {
        this.whole = whole;
    }

    /**
     * @param until the first day that isn't in it
     * @param whole the first day of which, and after which, nothing is added up in blocks yet
     */
    static Span of(LocalDate from, LocalDate until, LocalDate whole) {
        var span = new Span(Math.toIntExact(whole.toEpochDay()));
        span.add(Math.toIntExact(from.toEpochDay()), Math.toIntExact(until.toEpochDay()), 0);
        return span;
    }

    private void add(int first, int end, int level) {
        if (first >= end) {
            return;
        }
        var width = WIDTHS[level];
        var wider = level + 1 < WIDTHS.length ? WIDTHS[level + 1] : 0;
        var start = wider == 0 ? end : Math.ceilDiv(first, wider) * wider;
        var stop = wider == 0 ? end : Math.floorDiv(Math.min(end, whole), wider) * wider;
        if (start >= stop) {
            put(width, first, end);
        } else {
            put(width, first, start);
            add(start, stop, level + 1);
            put(width, stop, end);
        }
    }

    private void put(int width, int first, int end) {
        if (first < end) {
            levels.add(width);
            from.add(Math.floorDiv(first, width));
            until.add(Math.floorDiv(end, width));
        }
    }
}
