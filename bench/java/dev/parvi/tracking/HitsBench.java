package dev.parvi.tracking;

import dev.parvi.Parvi;
import dev.parvi.platform.Database;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;

/** A desk with many links, whose visits are measured when it's told to. */
public final class HitsBench {

    private HitsBench() {}

    public static void main(String[] args) throws Exception {
        var desk = SpringApplication.run(Parvi.class, args);
        var database = desk.getBean(Database.class);
        try (var owner = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            links(owner, Integer.getInteger("bench.links", 10_000));
            desk.getBean(Rolling.class).ready();
            say("port " + desk.getEnvironment().getProperty("local.server.port"));
            try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null && !line.equals("end"); line = lines.readLine()) {
                    desk.getBean(Rolling.class).days();
                    var begun = System.nanoTime();
                    desk.getBean(Rolling.class).days();
                    say("size " + size(owner) + "; the day added up again in " + (System.nanoTime() - begun) / 1_000_000
                            + " ms");
                }
            }
        }
        desk.close();
    }

    private static void links(Connection owner, int count) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("insert into brand (handle, name, zone, language) values ('hits', 'Hits', 'UTC', 'en')");
        }
        try (var insert = owner.prepareStatement("""
                insert into tracked_link (brand_id, code, key, address, target, made_at)
                select b.id, c, gen_random_uuid(), 'https://example.com/', 'https://example.com/', now() from brand b, unnest(?) c
                """)) {
            var codes = IntStream.range(0, count)
                    .mapToObj(n -> Codes.of("%08d".formatted(n)))
                    .toArray(String[]::new);
            insert.setArray(1, owner.createArrayOf("text", codes));
            insert.executeUpdate();
        }
    }

    private static String size(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("""
                        select count(*), (select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'visit'::regclass),
                            pg_total_relation_size('visit_sum'), (select count(*) from visit_sum) from visit
                        """)) {
            row.next();
            var visits = Math.max(1, row.getLong(1));
            return "%d visits: raw %.1f bytes each, added up %.1f (%d sums, each of a link and a day, of %.0f)"
                    .formatted(
                            visits,
                            (double) row.getLong(2) / visits,
                            (double) row.getLong(3) / visits,
                            row.getLong(4),
                            (double) row.getLong(3) / Math.max(1, row.getLong(4)));
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
