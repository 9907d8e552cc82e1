package dev.parvi.tracking;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** DuckDB beside the desk: the same rows in a file of its own, counted anew for each question. */
final class CountedByDuck implements AutoCloseable {

    private static final String BY_POST = """
            select l.post, count(*) filter (kind = 1) people, count(*) filter (kind <> 1) robots,
                count(distinct hash(visitor, millis // 86400000)) filter (kind = 1) visitors
            from visit v join link l on l.id = v.link where millis >= ? and millis < ? group by 1 order by 2 desc limit 100
            """;
    private static final String BY_DAY = """
            select millis // 86400000 as day, count(*) filter (kind = 1) people, count(distinct visitor) filter (kind = 1) visitors
            from visit where millis >= ? and millis < ? group by 1 order by 1
            """;

    private final Connection duck;

    CountedByDuck(Path folder) throws SQLException {
        duck = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("visits.duckdb"));
    }

    boolean isEmpty() throws SQLException {
        try (var statement = duck.createStatement();
                var row = statement.executeQuery("select count(*) from duckdb_tables()")) {
            row.next();
            return row.getInt(1) == 0;
        }
    }

    void load(MadeVisits made, int days, int links, Path folder) throws Exception {
        var file = folder.resolve("visits.csv");
        try (var out = Files.newBufferedWriter(file)) {
            for (var day = 0; day < days; day++) {
                write(made, day, out);
            }
        }
        try (var statement = duck.createStatement()) {
            statement.execute("create table visit (millis bigint, visitor bigint, link int, kind tinyint)");
            statement.execute("copy visit from '" + file + "' (header false)");
            statement.execute("create table link as select range::int id, (range % " + links
                    + ")::int post from range(1, " + (links + 1) + ")");
        }
        Files.delete(file);
    }

    private static void write(MadeVisits made, int day, BufferedWriter out) throws Exception {
        var line = new StringBuilder();
        made.of(day, visit -> {
            line.setLength(0);
            line.append(visit.at)
                    .append(',')
                    .append(visit.visitor)
                    .append(',')
                    .append(visit.link)
                    .append(',');
            out.append(line.append(visit.kind).append('\n'));
        });
    }

    /** Both questions of the page; in ms, sorted. */
    List<Double> times(LocalDate from, LocalDate until, int times) throws SQLException {
        var all = new ArrayList<Double>();
        for (var n = 0; n < times; n++) {
            var began = System.nanoTime();
            ask(BY_POST, from, until);
            ask(BY_DAY, from, until);
            all.add((System.nanoTime() - began) / 1e6);
        }
        return all.stream().sorted().toList();
    }

    /** People of all days together. */
    long people(LocalDate from, LocalDate until) throws SQLException {
        return ask(BY_DAY, from, until);
    }

    private long ask(String sql, LocalDate from, LocalDate until) throws SQLException {
        try (var asked = duck.prepareStatement(sql)) {
            asked.setLong(1, from.toEpochDay() * 86_400_000);
            asked.setLong(2, until.toEpochDay() * 86_400_000);
            var sum = 0L;
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    sum += rows.getLong(2);
                }
            }
            return sum;
        }
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
