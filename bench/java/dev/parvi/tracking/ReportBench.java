package dev.parvi.tracking;

import dev.parvi.Parvi;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Database;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.team.Device;
import dev.parvi.team.FirstVisit;
import dev.parvi.team.Newcomer;
import dev.parvi.team.SigningIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Report pages over very many visits; see {@code bench/report/run}. */
public final class ReportBench {

    private static final long VISITS = Long.getLong("bench.visits", 2_000_000);
    private static final int DAYS = Integer.getInteger("bench.days", 400);
    private static final int LINKS = Integer.getInteger("bench.links", 10_000);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 200);
    private static final List<Integer> WINDOWS = List.of(7, 30, 90, 365);
    /** Pages are asked for as of so many days, in turn, so that no two requests in a row are alike. */
    private static final int SHIFTS = 31;

    private static final List<By> LISTED = List.of(By.POST, By.ANSWER, By.ACCOUNT, By.CAMPAIGN);
    private static final int DUCK_TIMES = Integer.getInteger("bench.ducktimes", 10);

    private ReportBench() {}

    public static void main(String[] args) throws Exception {
        var folder = Path.of(System.getProperty("bench.folder"));
        var desk = SpringApplication.run(Parvi.class, args);
        var stands = Stands.read(folder);
        if (stands == null) {
            stands = filled(desk);
            stands.write(folder);
        }
        var today = stands.today();
        var made = new MadeVisits(today.minusDays(DAYS), DAYS, LINKS, VISITS);
        pages(desk, "parvi=" + stands.cookie(), today);
        if (System.getProperty("bench.duckdb", "on").equals("on")) {
            duck(desk, new BrandId(stands.brand()), made, today, folder);
        }
        desk.close();
    }

    private static Stands filled(ConfigurableApplicationContext desk) throws Exception {
        var owner = desk.getBean(FirstVisit.class)
                .own(new Newcomer("Bench", "bench@example.org", "a bench of oak and ash"), Locale.ENGLISH)
                .orElseThrow();
        var brand = desk.getBean(Branding.class)
                .found(
                        owner,
                        id -> new Brand(
                                id,
                                "bench",
                                "Bench",
                                ZoneOffset.UTC,
                                Locale.ENGLISH,
                                "",
                                Set.of(Brand.Aim.SALES),
                                "#1f6f5c",
                                false,
                                Duration.ofMinutes(30),
                                false));
        var today = LocalDate.now(ZoneOffset.UTC);
        var made = new MadeVisits(today.minusDays(DAYS), DAYS, LINKS, VISITS);
        var database = desk.getBean(Database.class);
        var loaded = new LoadedVisits(database, made, (int) brand.id().value(), links(database, brand));
        say("%,d visits of %d days by %,d links".formatted(VISITS, DAYS, LINKS));
        timed("loaded by COPY, indexed", () -> loaded.load(DAYS));
        timed("added up by day", () -> loaded.addUp(DAYS));
        try (var connection = loaded.owner()) {
            credits(connection, (int) brand.id().value());
            say(size(connection));
        }
        return new Stands(
                today,
                brand.id().value(),
                desk.getBean(SigningIn.class).begin(owner, new Device("bench", "127.0.0.1")));
    }

    /** A link for each post, spread over accounts, pillars and campaigns. */
    private static int[] links(Database database, Brand brand) throws SQLException {
        var numbers = new int[LINKS + 1];
        try (var owner = java.sql.DriverManager.getConnection(database.url(), database.user(), database.password());
                var insert = owner.prepareStatement("""
                        insert into tracked_link (brand_id, code, key, address, target, made_at, post_id, account_id, pillar_id, campaign,
                            conversation_id, comment_id)
                        select ?, lpad(n::text, 9, '0'), gen_random_uuid(), 'https://example.com/' || n, 'https://example.com/' || n, now(),
                            n, n % 5 + 1, n % 4 + 1, case when n % 3 = 0 then 'c' || n % 20 else '' end,
                            case when n % 10 = 0 then n end, case when n % 10 = 0 then n end
                        from generate_series(1, ?) n returning id
                        """)) {
            insert.setLong(1, brand.id().value());
            insert.setInt(2, LINKS);
            try (var rows = insert.executeQuery()) {
                for (var n = 1; rows.next(); n++) {
                    numbers[n] = rows.getInt(1);
                }
            }
        }
        return numbers;
    }

    /** Every fiftieth does something, half of them buy; credited as the desk keeps it. */
    private static void credits(Connection owner, int brand) throws SQLException {
        LoadedVisits.run(owner, """
                insert into conversion (brand_id, at, name, value, currency, via, key)
                values (%d, now(), 'bought', 20, 'EUR', 'SERVER', gen_random_uuid())
                """.formatted(brand));
        LoadedVisits.run(owner, """
                insert into credit_sum (brand_id, link_id, slot, level, name, currency, firsts, lasts, linear, first_value, last_value, linear_value)
                select brand_id, link, slot / w, w, name, currency, sum(n), sum(n), sum(n), sum(n * value), sum(n * value), sum(n * value)
                from (select brand_id, case link_id when 0 then -1 else link_id end link, slot, people / 100 n from visit_sum
                        where level = 1 and people >= 100) s,
                    (values ('registered', '', 0), ('bought', 'EUR', 20)) k (name, currency, value), unnest(array[1, 4, 16, 64]) w
                group by 1, 2, 3, 4, 5, 6
                """);
        LoadedVisits.run(owner, "vacuum analyze credit_sum");
    }

    private static String size(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("""
                        select (select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'visit'::regclass),
                            pg_total_relation_size('visit_sum') + pg_total_relation_size('visit_pack'), (select count(*) from visit_sum)
                        """)) {
            row.next();
            return "raw %.1f bytes a visit, added up %.1f (%,d sums)"
                    .formatted((double) row.getLong(1) / VISITS, (double) row.getLong(2) / VISITS, row.getLong(3));
        }
    }

    private static void pages(ConfigurableApplicationContext desk, String cookie, LocalDate today) throws Exception {
        var base = "http://localhost:" + desk.getEnvironment().getProperty("local.server.port") + "/b/bench";
        try (var client = HttpClient.newHttpClient()) {
            for (var days : WINDOWS) {
                for (var by : LISTED) {
                    page(
                            client,
                            cookie,
                            "%s, %d days".formatted(by.name().toLowerCase(Locale.ROOT), days),
                            n -> base + "/results?by=" + by + "&from=" + today.minusDays(days + n % SHIFTS) + "&until="
                                    + today.minusDays(1 + n % SHIFTS));
                }
                page(client, cookie, "company, %d days".formatted(days), n -> base + "/analysis/company?days=" + days);
            }
        }
    }

    private static void page(HttpClient client, String cookie, String name, IntFunction<String> address)
            throws Exception {
        times(client, cookie, address, REQUESTS / 2);
        say("%-20s %s".formatted(name, told(times(client, cookie, address, REQUESTS))));
    }

    private static List<Double> times(HttpClient client, String cookie, IntFunction<String> address, int count)
            throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (var n = 0; n < count; n++) {
            var request = HttpRequest.newBuilder(URI.create(address.apply(n)))
                    .header("cookie", cookie)
                    .header("accept-language", "en")
                    .build();
            var began = System.nanoTime();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            times.add((System.nanoTime() - began) / 1e6);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode());
            }
        }
        return times.stream().sorted().toList();
    }

    private static void duck(
            ConfigurableApplicationContext desk, BrandId brand, MadeVisits made, LocalDate today, Path folder)
            throws Exception {
        try (var duck = new CountedByDuck(folder)) {
            if (duck.isEmpty()) {
                timed("loaded into DuckDB", () -> duck.load(made, DAYS, LINKS, folder));
            }
            for (var days : WINDOWS) {
                var from = today.minusDays(days);
                say("%-20s %s".formatted("duckdb, %d days".formatted(days), told(duck.times(from, today, DUCK_TIMES))));
                var ours = Tenant.in(
                        brand,
                        () -> desk.getBean(Attributing.class).days(from, today).stream()
                                .mapToLong(Attributing.Day::people)
                                .sum());
                var theirs = duck.people(from, today);
                say(
                        ours == theirs
                                ? "the same %,d people".formatted(ours)
                                : "NOT THE SAME: %,d and %,d".formatted(ours, theirs));
            }
        }
    }

    private static String told(List<Double> sorted) {
        return "p50 %7.1f  p95 %7.1f  max %7.1f ms"
                .formatted(
                        sorted.get(sorted.size() / 2),
                        sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * 0.95))),
                        sorted.getLast());
    }

    /** Something that takes long. */
    private interface Work {
        void run() throws Exception;
    }

    private static void timed(String what, Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        say("%s: %.1f s".formatted(what, (System.nanoTime() - began) / 1e9));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
