package dev.parvi.community;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of reviews as spreadsheets write it: comma, semicolon or tab between cells, the columns named in the first line.
 *
 * @param unknown columns that are left out, since nothing is known by their names
 */
record ReviewTable(List<Row> rows, List<String> unknown) {

    static final List<String> COLUMNS =
            List.of("place", "author", "stars", "text", "date", "address", "id", "answer", "answered");

    /** More lines than these are better taken in portions that a person can look through. */
    static final int MOST = 2_000;

    private static final String FORMULA = "=+-@\t\r";

    /** @param number as a spreadsheet counts lines, the head being the first */
    record Row(int number, Map<String, String> cells) {

        String cell(String column) {
            var cell = cells.getOrDefault(column, "").strip();
            // Exports put an apostrophe before what a spreadsheet would take for a formula.
            return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                    ? cell.substring(1)
                    : cell;
        }

        boolean blank() {
            return cells.values().stream().allMatch(String::isBlank);
        }
    }

    /** @throws CannotGather where the bytes are no UTF-8 */
    static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Clean.text(text.startsWith("\uFEFF") ? text.substring(1) : text, Integer.MAX_VALUE);
        } catch (CharacterCodingException e) {
            throw new CannotGather("community.reviews.notutf8");
        }
    }

    /** @throws CannotGather where it isn't such a table */
    static ReviewTable read(String content) {
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
            if (!names.contains("date") || !names.contains("stars") && !names.contains("text")) {
                throw new CannotGather("community.reviews.nohead");
            }
            return of(parser.getRecords(), names);
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new CannotGather("community.reviews.broken");
        }
    }

    private static ReviewTable of(List<CSVRecord> records, List<String> names) {
        if (records.size() > MOST) {
            throw new CannotGather("community.reviews.toomany", "most", MOST);
        }
        var rows = records.stream()
                .map(record -> new Row((int) record.getRecordNumber() + 1, cells(record, names)))
                .filter(row -> !row.blank())
                .toList();
        if (rows.isEmpty()) {
            throw new CannotGather("community.reviews.empty");
        }
        return new ReviewTable(
                rows,
                names.stream()
                        .filter(name -> !name.isEmpty() && !COLUMNS.contains(name))
                        .toList());
    }

    private static Map<String, String> cells(CSVRecord record, List<String> names) {
        return COLUMNS.stream()
                .filter(names::contains)
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
