package dev.parvi.planning;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of posts as spreadsheets write it: comma, semicolon or tab between cells, the columns named in the first line.
 *
 * @param unknown columns that are left out, since nothing is known by their names
 */
record ImportFile(List<Row> rows, List<String> unknown) {

    private static final String PICTURES = "pictures";

    static final Set<String> COLUMNS = Set.of(
            "account",
            "date",
            "time",
            "title",
            "text",
            "link",
            "tags",
            "pillar",
            PICTURES,
            "alt",
            "excerpt",
            "category",
            "language",
            "quote",
            "part");

    private static final String BETWEEN_ADDRESSES = "[\\s|]+";

    /** More lines than these are better taken in portions that a person can look through. */
    static final int MOST = 500;

    /** What a line is to the post above it. */
    enum Part {
        /** The next part of its thread. */
        NEXT,
        /** A first comment below it. */
        COMMENT,
        /** What one account says in its own words. */
        OWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A post's own line, and those below that belong to it. */
    record Group(Row head, List<Row> rest) {}

    /** The lines by posts, in order; one that belongs to a post that isn't there stands alone. */
    List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (var row : rows) {
            if (row.cell("part").isEmpty() || groups.isEmpty()) {
                groups.add(new Group(row, new ArrayList<>()));
            } else {
                groups.getLast().rest().add(row);
            }
        }
        return groups;
    }

    /** @param number as a spreadsheet counts lines, the head being the first */
    record Row(int number, Map<String, String> cells) {

        String cell(String column) {
            var cell = cells.getOrDefault(column, "").strip();
            // Exports put an apostrophe before what a spreadsheet would take for a formula.
            return cell.length() > 1 && cell.charAt(0) == '\'' && Cells.isFormula(cell.substring(1))
                    ? cell.substring(1)
                    : cell;
        }

        /** The addresses of its pictures, in order. */
        List<String> pictures() {
            return Arrays.stream(cell(PICTURES).split(BETWEEN_ADDRESSES))
                    .filter(address -> !address.isEmpty())
                    .toList();
        }

        /** What its pictures show, in the same order. */
        List<String> alts() {
            return cell("alt").isEmpty()
                    ? List.of()
                    : Arrays.stream(cell("alt").split("\\|", -1))
                            .map(String::strip)
                            .toList();
        }

        /** @throws CannotPlan where it's none that we know */
        Part part() {
            return Arrays.stream(Part.values())
                    .filter(each -> each.word().equalsIgnoreCase(cell("part")))
                    .findFirst()
                    .orElseThrow(() -> new CannotPlan("planning.import.part.bad", "part", cell("part")));
        }

        boolean blank() {
            return cells.values().stream().allMatch(String::isBlank);
        }
    }

    /** @throws CannotPlan where it isn't such a table */
    static ImportFile read(String content) {
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
            if (Stream.of("text", "link", PICTURES).noneMatch(names::contains)) {
                throw new CannotPlan("planning.import.nohead");
            }
            return of(parser.getRecords(), names);
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new CannotPlan("planning.import.broken");
        }
    }

    /** @throws CannotPlan where the bytes are no UTF-8 */
    static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CannotPlan("planning.import.notutf8");
        }
    }

    private static ImportFile of(List<CSVRecord> records, List<String> names) {
        if (records.size() > MOST) {
            throw new CannotPlan("planning.import.toomany", "most", MOST);
        }
        var rows = records.stream()
                .map(record -> new Row((int) record.getRecordNumber() + 1, cells(record, names)))
                .filter(row -> !row.blank())
                .toList();
        if (rows.isEmpty()) {
            throw new CannotPlan("planning.import.empty");
        }
        return new ImportFile(
                rows,
                names.stream()
                        .filter(name -> !name.isEmpty() && !COLUMNS.contains(name))
                        .toList());
    }

    private static Map<String, String> cells(CSVRecord record, List<String> names) {
        return names.stream()
                .distinct()
                .filter(COLUMNS::contains)
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
