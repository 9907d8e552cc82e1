package dev.parvi.analysis;

import dev.parvi.brand.TypedGoal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A report as somebody asked for it.
 *
 * @param title empty for one that says the time
 * @param from of a week or a month any day in it; empty for the last one that is over
 * @param to of a campaign its last day; else nothing
 */
public record TypedReport(String title, String kind, String from, String to, String language, List<String> sides) {

    public static final List<String> LANGUAGES = List.of("en", "fi", "ru");

    private static final int LONGEST_TITLE = 120;
    private static final int MOST_DAYS = 366;

    /** The keys of sides, in their order. */
    public static List<String> all() {
        return Stream.of(Chapter.Side.values()).map(Chapter.Side::key).toList();
    }

    /** What is to mend: by field, the key of the message that says how. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        fault(faults, "title", title.strip().length() > LONGEST_TITLE);
        fault(
                faults,
                "kind",
                Stream.of(Report.Kind.values()).noneMatch(each -> each.name().equals(kind)));
        var campaign = "CAMPAIGN".equals(kind);
        fault(faults, "from", TypedGoal.day(from).isEmpty() && (campaign || !from.isBlank()));
        fault(faults, "to", campaign && TypedGoal.day(to).isEmpty());
        if (faults.isEmpty() && campaign) {
            var days = ChronoUnit.DAYS.between(first(LocalDate.EPOCH), last(LocalDate.EPOCH));
            if (days < 0 || days >= MOST_DAYS) {
                faults.put("to", "analysis.report.fault.span");
            }
        }
        fault(faults, "language", !LANGUAGES.contains(language));
        fault(faults, "sides", sides.isEmpty() || !all().containsAll(sides));
        return faults;
    }

    LocalDate first(LocalDate today) {
        var typed = TypedGoal.day(from);
        return switch (Report.Kind.valueOf(kind)) {
            case WEEK -> typed.orElse(today.minusWeeks(1)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> typed.orElse(today.minusMonths(1)).withDayOfMonth(1);
            case CAMPAIGN -> typed.orElseThrow();
        };
    }

    LocalDate last(LocalDate today) {
        return switch (Report.Kind.valueOf(kind)) {
            case WEEK -> first(today).plusDays(6);
            case MONTH -> first(today).plusMonths(1).minusDays(1);
            case CAMPAIGN -> TypedGoal.day(to).orElseThrow();
        };
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong) {
        if (wrong) {
            faults.put(field, "analysis.report.fault." + field);
        }
    }
}
