package dev.parvi.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a post's figures are kept how finely. What a post came to at last stays for good.
 *
 * @param fineDays so long each value that a network showed; 30 to 3,650
 * @param dayDays then until so long of each day the last one, and after it of each month; from {@code fineDays} to 3,650
 */
public record FigureRule(int fineDays, int dayDays) {

    static final FigureRule USUAL = new FigureRule(90, 730);

    private static final int LEAST = 30;
    private static final int MOST = 3_650;

    /** What is to mend in what was typed: by field, the key of the message that says how. */
    public static Map<String, String> faults(String fine, String day) {
        var faults = new LinkedHashMap<String, String>();
        if (!number(fine) || days(fine) < LEAST || days(fine) > MOST) {
            faults.put("fine", "analysis.keep.fault.fine");
        }
        if (!number(day) || days(day) > MOST || faults.isEmpty() && days(day) < days(fine)) {
            faults.put("day", "analysis.keep.fault.day");
        }
        return faults;
    }

    static int days(String typed) {
        return Integer.parseInt(typed.strip());
    }

    private static boolean number(String typed) {
        return typed.strip().matches("\\d{1,5}");
    }
}
