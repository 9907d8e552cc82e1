package dev.parvi.brand;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A goal as somebody typed it.
 *
 * @param account a number; empty for the company's
 * @param above a number; empty for none
 * @param baseline empty for 0
 * @param from as browsers send dates, {@code 2026-11-05}
 */
public record TypedGoal(
        String account,
        String above,
        String name,
        String measure,
        String baseline,
        String target,
        String from,
        String due,
        String note) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 500;
    private static final double MOST = 1e12;
    private static final int LONGEST_YEARS = 5;
    private static final double WHOLE = 100;

    public static TypedGoal of(Goal goal) {
        return new TypedGoal(
                goal.account() == null ? "" : goal.account().toString(),
                goal.above() == null ? "" : goal.above().toString(),
                goal.name(),
                goal.measure().name(),
                plain(goal.baseline()),
                plain(goal.target()),
                goal.from().toString(),
                goal.due().toString(),
                goal.note());
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** What is to mend: by field, the key of the message that says how. Empty when all is well. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        var chosen = chosen();
        fault(faults, "name", name.isBlank() || name.strip().length() > LONGEST_NAME);
        fault(faults, "measure", chosen.isEmpty());
        fault(faults, "account", !account.matches("\\d{0,18}"));
        if (chosen.isPresent() && chosen.get().whose() == Measure.Whose.COMPANY && !account.isEmpty()) {
            faults.put("account", "brand.goal.fault.company");
        }
        fault(faults, "above", !above.matches("\\d{0,18}") || !above.isEmpty() && account.isEmpty());
        fault(faults, "baseline", !baseline.isBlank() && number(baseline).isEmpty());
        fault(faults, "target", number(target).isEmpty());
        if (faults.isEmpty() && number(target).equals(Optional.of(start()))) {
            faults.put("target", "brand.goal.fault.same");
        }
        if (faults.isEmpty() && chosen.get().sums() && number(target).get() < 0) {
            faults.put("target", "brand.goal.fault.below");
        }
        days(faults);
        fault(faults, "note", note.length() > LONGEST_NOTE);
        return faults;
    }

    private void days(Map<String, String> faults) {
        fault(faults, "from", day(from).isEmpty());
        fault(faults, "due", day(due).isEmpty());
        if (day(from).isPresent() && day(due).isPresent()) {
            var first = day(from).get();
            var last = day(due).get();
            if (last.isBefore(first.plusDays(6))) {
                faults.put("due", "brand.goal.fault.soon");
            } else if (last.isAfter(first.plusYears(LONGEST_YEARS))) {
                faults.put("due", "brand.goal.fault.far");
            }
        }
    }

    private double start() {
        return chosen().filter(Measure::sums).isPresent() ? 0 : number(baseline).orElse(0.0);
    }

    public Optional<Measure> chosen() {
        return Stream.of(Measure.values())
                .filter(each -> each.name().equals(measure))
                .findFirst();
    }

    /** A figure as people write it: with a comma or a point, spaces between thousands. */
    public static Optional<Double> number(String typed) {
        var plain =
                typed.replaceAll("[\\s\\u00a0\\u202f%€]", "").replace(',', '.').replace('−', '-');
        if (!plain.matches("-?\\d{1,13}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        var number = Double.parseDouble(plain);
        return Math.abs(number) > MOST ? Optional.empty() : Optional.of(Math.rint(number * WHOLE) / WHOLE);
    }

    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip(), DateTimeFormatter.ISO_LOCAL_DATE))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong) {
        if (wrong) {
            faults.put(field, "brand.goal.fault." + field);
        }
    }
}
