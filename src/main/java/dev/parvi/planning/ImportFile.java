package dev.parvi.planning;

import dev.parvi.shared.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

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

    record Row(Sheet.Row line) {

        /** As a spreadsheet counts lines, the head being the first. */
        int number() {
            return line.number();
        }

        String cell(String column) {
            return line.cell(column);
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
    }

    /** @throws CannotPlan where it isn't such a table */
    static ImportFile read(String content) {
        try {
            var sheet = Sheet.read(
                    content,
                    COLUMNS,
                    names -> Stream.of("text", "link", PICTURES).anyMatch(names::contains),
                    MOST);
            return new ImportFile(sheet.rows().stream().map(Row::new).toList(), sheet.unknown());
        } catch (Sheet.Flawed e) {
            throw new CannotPlan("planning.import." + e.word(), "most", MOST);
        }
    }

    /** @throws CannotPlan where the bytes are no UTF-8 */
    static String text(byte[] bytes) {
        try {
            return Sheet.text(bytes);
        } catch (Sheet.Flawed e) {
            throw new CannotPlan("planning.import." + e.word());
        }
    }
}
