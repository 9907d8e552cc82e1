package dev.parvi.shared;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as spreadsheets write it: comma, semicolon or tab between cells, the columns named in the first line.
 *
 * @param unknown columns that are left out, since nothing is known by their names
 */
public record Sheet(List<Row> rows, List<String> unknown) {

    private static final String FORMULA = "=+-@\t\r";

    /** Why something is no such table; its word in small letters ends the key of the message. */
    public enum Flaw {
        NOTUTF8,
        BROKEN,
        NOHEAD,
        TOOMANY,
        EMPTY
    }

    /** It's no table that can be read. */
    public static final class Flawed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Flaw flaw;

        Flawed(Flaw flaw) {
            super(flaw.name(), null, false, false);
            this.flaw = flaw;
        }

        public String word() {
            return flaw.name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param number as a spreadsheet counts lines, the head being the first */
    public record Row(int number, Map<String, String> cells) {

        /** Empty where there is none. */
        public String cell(String column) {
            var cell = cells.getOrDefault(column, "").strip();
            // Exports put an apostrophe before what a spreadsheet would take for a formula.
            return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
        }

        boolean blank() {
            return cells.values().stream().allMatch(String::isBlank);
        }
    }

    /** Whether a spreadsheet would run it: see OWASP, "CSV Injection". */
    public static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    /** The same text, which no spreadsheet runs. */
    public static String safe(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** @throws Flawed where the bytes are no UTF-8 */
    public static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Flawed(Flaw.NOTUTF8);
        }
    }

    /**
     * @param columns those that are known; small letters
     * @param head whether these names are enough to go by
     * @param most lines; more are better taken in portions that a person can look through
     * @throws Flawed where it isn't such a table
     */
    public static Sheet read(String content, Collection<String> columns, Predicate<Collection<String>> head, int most) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(content))
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .setAllowMissingColumnNames(true)
                .get();
        try (var parser = format.parse(new StringReader(content))) {
            var names = parser.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT).strip())
                    .toList();
            if (!head.test(names)) {
                throw new Flawed(Flaw.NOHEAD);
            }
            return of(parser.getRecords(), names, columns, most);
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new Flawed(Flaw.BROKEN);
        }
    }

    private static Sheet of(List<CSVRecord> records, List<String> names, Collection<String> columns, int most) {
        if (records.size() > most) {
            throw new Flawed(Flaw.TOOMANY);
        }
        var rows = records.stream()
                .map(record -> new Row((int) record.getRecordNumber() + 1, cells(record, names, columns)))
                .filter(row -> !row.blank())
                .toList();
        if (rows.isEmpty()) {
            throw new Flawed(Flaw.EMPTY);
        }
        return new Sheet(
                rows,
                names.stream()
                        .filter(name -> !name.isEmpty() && !columns.contains(name))
                        .toList());
    }

    private static Map<String, String> cells(CSVRecord record, List<String> names, Collection<String> columns) {
        return names.stream()
                .distinct()
                .filter(columns::contains)
                .filter(name -> names.indexOf(name) < record.size())
                .collect(Collectors.toMap(name -> name, name -> record.get(names.indexOf(name))));
    }

    private static char delimiter(String content) {
        var head = content.lines().findFirst().orElse("");
        if (head.indexOf('\t') >= 0) {
            return '\t';
        }
        return head.chars().filter(c -> c == ';').count()
                        > head.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }
}
