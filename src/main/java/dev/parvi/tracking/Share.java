package dev.parvi.tracking;

import dev.parvi.tracking.Conversions.Touch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What one link is credited with of one conversion: all of it as the first, all of it as the last, and its equal part
 * ({@code linear}). See "Attribution" in {@code docs/figures.md}.
 */
record Share(int link, int first, int last, BigDecimal linear) {

    /** Coming by the same link again within this time is the same visit: a click, and the page it led to. */
    static final Duration SAME_VISIT = Duration.ofMinutes(30);

    /** Stands for a link where nobody knows. */
    static final int UNKNOWN = 0;

    /** Stands for all of the brand together. */
    static final int ALL = -1;

    /** One visit each, in order. */
    static List<Touch> visits(List<Touch> touches) {
        var visits = new ArrayList<Touch>();
        Touch before = null;
        for (var each : touches) {
            if (before == null
                    || each.link() != before.link()
                    || each.at().isAfter(before.at().plus(SAME_VISIT))) {
                visits.add(each);
            }
            before = each;
        }
        return visits;
    }

    /** One for each link; they add up to one conversion under each of the three. */
    static List<Share> of(List<Touch> visits) {
        if (visits.isEmpty()) {
            return List.of(new Share(UNKNOWN, 1, 1, BigDecimal.ONE));
        }
        var counts = new LinkedHashMap<Integer, Integer>();
        visits.forEach(each -> counts.merge(each.link(), 1, Integer::sum));
        var first = visits.getFirst().link();
        var last = visits.getLast().link();
        return counts.entrySet().stream()
                .map(each -> new Share(
                        each.getKey(),
                        each.getKey() == first ? 1 : 0,
                        each.getKey() == last ? 1 : 0,
                        BigDecimal.valueOf(each.getValue())
                                .divide(BigDecimal.valueOf(visits.size()), MathContext.DECIMAL64)))
                .toList();
    }
}
