package dev.parvi.audience;

import dev.parvi.audience.Campaign.Cost;
import dev.parvi.shared.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What was paid by day, as ad systems export it: a column of days, one of sums, perhaps one that says where. */
record CostTable(List<Cost> costs, List<Integer> unread) {

    static final int LINES_MOST = 5_000;

    private static final List<String> DAYS =
            List.of("date", "day", "päivä", "päivämäärä", "дата", "день", "reporting starts");
    private static final List<String> SUMS = List.of(
            "cost",
            "spend",
            "amount spent",
            "amount",
            "cost (eur)",
            "amount spent (eur)",
            "kulut",
            "hinta",
            "kustannus",
            "расход",
            "сумма");
    private static final List<String> PLACES =
            List.of("source", "campaign", "campaign name", "lähde", "kampanja", "источник", "кампания");
    private static final List<String> KNOWN = new ArrayList<>();

    static {
        KNOWN.addAll(DAYS);
        KNOWN.addAll(SUMS);
        KNOWN.addAll(PLACES);
    }

    private static final List<DateTimeFormatter> FORMATS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu"),
            DateTimeFormatter.ofPattern("uuuu/M/d"),
            DateTimeFormatter.BASIC_ISO_DATE);
    private static final long MOST_CENTS = 100_000_000_000L;
    private static final int SOURCE = 100;

    /** Sums of the same day and place in one table are added up. @throws Sheet.Flawed where it's no such table */
    static CostTable read(byte[] bytes) {
        var sheet = Sheet.read(
                Sheet.text(bytes),
                KNOWN,
                names -> names.stream().anyMatch(DAYS::contains)
                        && names.stream().anyMatch(SUMS::contains),
                LINES_MOST);
        var sums = new LinkedHashMap<List<Object>, Long>();
        var unread = new ArrayList<Integer>();
        for (var row : sheet.rows()) {
            var day = day(first(row, DAYS));
            var cents = cents(first(row, SUMS));
            if (day.isEmpty() || cents.isEmpty()) {
                unread.add(row.number());
            } else {
                sums.merge(List.of(day.get(), Names.clean(first(row, PLACES), SOURCE)), cents.get(), Long::sum);
            }
        }
        return new CostTable(
                sums.entrySet().stream()
                        .map(each -> new Cost(
                                (LocalDate) each.getKey().getFirst(),
                                (String) each.getKey().getLast(),
                                each.getValue()))
                        .toList(),
                unread);
    }

    private static String first(Sheet.Row row, List<String> columns) {
        return columns.stream()
                .map(row::cell)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    static Optional<LocalDate> day(String cell) {
        for (var format : FORMATS) {
            try {
                return Optional.of(LocalDate.parse(cell.strip(), format));
            } catch (DateTimeParseException next) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** With a point or a comma, spaces between thousands, a sign of a currency on either side; rounded to hundredths. */
    static Optional<Long> cents(String cell) {
        var bare = cell.replaceAll("[\\s\\u00a0\\u202f€$₽£]|EUR|USD|RUB", "");
        if (bare.matches("\\d{1,3}(,\\d{3})+\\.\\d+")) {
            bare = bare.replace(",", "");
        } else if (bare.matches("\\d{1,3}(\\.\\d{3})+,\\d+")) {
            bare = bare.replace(".", "");
        }
        bare = bare.replace(',', '.');
        if (!bare.matches("\\d{1,12}(\\.\\d{1,10})?")) {
            return Optional.empty();
        }
        var cents = new BigDecimal(bare)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return cents > MOST_CENTS ? Optional.empty() : Optional.of(cents);
    }
}
