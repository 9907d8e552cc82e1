package dev.parvi.tracking;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * Visits of one day, made of its number alone: the same each time. Links are born one after the other; nineteen of twenty visits go to one of the last
 * five days, as with posts. Some visitors come more than once a day, a fifth are programs.
 */
final class MadeVisits {

    private static final long DAY = 86_400_000;
    private static final int YOUNG = 5;

    /** One visit; the same object each time. */
    static final class Visit {

        long at;
        long visitor;
        int link;
        int kind;
    }

    /** Takes each visit in turn. */
    interface Taker {
        void take(Visit visit) throws Exception;
    }

    private final LocalDate first;
    private final int days;
    private final int links;
    private final long visits;

    MadeVisits(LocalDate first, int days, int links, long visits) {
        this.first = first;
        this.days = days;
        this.links = links;
        this.visits = visits;
    }

    LocalDate day(int n) {
        return first.plusDays(n);
    }

    long on(int day) {
        return visits * (day + 1) / days - visits * day / days;
    }

    /** @param day from 0 */
    void of(int day, Taker taker) throws Exception {
        var random = new SplittableRandom(day);
        var start = day(day).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        var born = Math.max(1, (int) ((long) links * (day + 1) / days));
        var young = Math.max(0, (int) ((long) links * (day + 1 - YOUNG) / days));
        var many = on(day);
        var visit = new Visit();
        for (long n = 0; n < many; n++) {
            visit.at = start + random.nextLong(DAY);
            visit.visitor = mixed(day, random.nextLong(1 + many * 4 / 5));
            visit.link = 1
                    + (random.nextInt(20) > 0 && young < born
                            ? young + random.nextInt(born - young)
                            : random.nextInt(born));
            var kind = random.nextInt(20);
            visit.kind = kind < 16 ? 1 : kind < 19 ? 2 : 3;
            taker.take(visit);
        }
    }

    private static long mixed(int day, long number) {
        var z = (number + 1) * 0x9E3779B97F4A7C15L + day * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
