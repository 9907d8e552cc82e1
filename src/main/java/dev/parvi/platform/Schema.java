package dev.parvi.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What stands in the database, as its owner sees it. */
final class Schema {

    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    boolean empty() throws SQLException {
        return rows("select 1 from pg_tables where schemaname = 'public' limit 1", row -> 1)
                .isEmpty();
    }

    /** The scripts that made the tables, in the order they ran. */
    List<String> migrations() throws SQLException {
        return rows(
                "select script from " + HISTORY + " where success and type = 'SQL' order by installed_rank",
                row -> row.getString(1));
    }

    /** All tables but Flyway's own, none of them part of another; each before those that refer to it, where that can be. */
    List<Manifest.Table> tables() throws SQLException {
        var tables = rows("""
                select c.oid::regclass::text, array_agg(quote_ident(a.attname) order by a.attnum)
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and c.relname <> 'flyway_schema_history'
                group by c.oid order by 1
                """, row -> new Manifest.Table(row.getString(1), columns(row), 0));
        return ordered(tables);
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        return rows("""
                select format('%I', sequencename), last_value from pg_sequences where schemaname = 'public' order by 1
                """, row -> new Manifest.Sequence(row.getString(1), row.getObject(2, Long.class)));
    }

    private List<Manifest.Table> ordered(List<Manifest.Table> tables) throws SQLException {
        var references = rows("""
                select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
                where contype = 'f' and conrelid <> confrelid
                """, row -> List.of(row.getString(1), row.getString(2)));
        var left = new ArrayList<>(tables);
        SequencedSet<Manifest.Table> ordered = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            var free = left.stream()
                    .filter(table -> references.stream()
                            .noneMatch(reference -> reference.getFirst().equals(table.name())
                                    && left.stream()
                                            .anyMatch(other -> other.name().equals(reference.getLast()))))
                    .toList();
            var next = free.isEmpty() ? List.copyOf(left) : free;
            ordered.addAll(next);
            left.removeAll(next);
        }
        return List.copyOf(ordered);
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray(2).getArray());
    }

    private <T> List<T> rows(String sql, Row<T> each) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(each.read(found));
            }
            return rows;
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
