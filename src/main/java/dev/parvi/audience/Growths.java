package dev.parvi.audience;

import dev.parvi.audience.Growth.Split;
import dev.parvi.audience.Growth.Stay;
import dev.parvi.audience.Growth.Week;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the audience of the brand whose scope it is. */
@Repository
class Growths {

    private static final String SPLIT = """
            count(*) filter (where o.fit = 'FITS') fits, count(*) filter (where o.fit = 'UNKNOWN') unknown,
            count(*) filter (where o.fit = 'DOESNT') doesnt
            """;
    private static final String FOLLOWING = """
            from follow f join onlooker o on o.brand_id = f.brand_id and o.id = f.onlooker_id where f.brand_id = current_brand()
            """;

    private final JdbcClient jdbc;

    Growths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who follows now, each once however many accounts. */
    Split standing() {
        return jdbc.sql("select " + SPLIT + """
                from onlooker o where o.brand_id = current_brand()
                  and exists (select 1 from follow f where f.brand_id = o.brand_id and f.onlooker_id = o.id and f.left_at is null)
                """).query((row, n) -> split(row)).single();
    }

    Map<AccountId, Integer> standingByAccount() {
        var counts = new HashMap<AccountId, Integer>();
        jdbc.sql(
                        "select account_id, count(*) n from follow where brand_id = current_brand() and left_at is null group by 1")
                .query(row -> {
                    counts.put(new AccountId(row.getLong("account_id")), row.getInt("n"));
                });
        return counts;
    }

    /** Who spoke since then. */
    Split speaking(Instant since) {
        return jdbc.sql("select " + SPLIT
                        + "from onlooker o where o.brand_id = current_brand() and o.spoke_at > :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> split(row))
                .single();
    }

    List<Week> weeks(LocalDate from, ZoneId zone) {
        return jdbc.sql("""
                select w.monday::date monday, fits, unknown, doesnt, gone
                from generate_series(:from::timestamp, (:from::date + 77)::timestamp, interval '7 days') w (monday)
                cross join lateral (select %s %s and f.joined_at >= w.monday at time zone :zone
                    and f.joined_at < (w.monday + interval '7 days') at time zone :zone) j
                cross join lateral (select count(*) gone from follow f where f.brand_id = current_brand() and f.left_at >= w.monday at time zone :zone
                    and f.left_at < (w.monday + interval '7 days') at time zone :zone) l
                order by 1
                """.formatted(SPLIT, FOLLOWING))
                .param("from", from)
                .param("zone", zone.getId())
                .query((row, n) -> new Week(row.getObject("monday", LocalDate.class), split(row), row.getInt("gone")))
                .list();
    }

    List<@Nullable Double> joins(@Nullable AccountId account, boolean fitting, List<Span> spans) {
        return jdbc.sql("""
                        with known as (
                            select min(first_whole_at) since from crowd_reading
                            where brand_id = current_brand() and (:account::bigint is null or account_id = :account))
                        select case when known.since is null or known.since >= s.b then null else (
                            select count(*)::float8 from follow f join onlooker o on o.brand_id = f.brand_id and o.id = f.onlooker_id
                            where f.brand_id = current_brand() and f.joined_at >= greatest(s.a, known.since) and f.joined_at < s.b
                                and (:account::bigint is null or f.account_id = :account) and (not :fitting or o.fit = 'FITS')) end joined
                        from unnest(:from::timestamptz[], :to::timestamptz[]) with ordinality s (a, b, n), known order by s.n
                        """)
                .param("account", account == null ? null : account.value())
                .param("fitting", fitting)
                .param("from", times(spans, Span::from))
                .param("to", times(spans, Span::to))
                .<@Nullable Double>query((row, n) -> (Double) row.getObject("joined"))
                .list();
    }

    /** One for each window, in their order. */
    List<Period> periods(@Nullable AccountId account, List<Span> spans) {
        return jdbc.sql("""
                        with known as (
                            select min(first_whole_at) since from crowd_reading
                            where brand_id = current_brand() and (:account::bigint is null or account_id = :account))
                        select known.since is not null and known.since < s.b known, j.fits, j.unknown, j.doesnt,
                            t.fits there, t.unknown there_unknown, t.doesnt there_doesnt,
                            (select count(*) from follow f where f.brand_id = current_brand() and f.left_at >= s.a and f.left_at < s.b
                                and (:account::bigint is null or f.account_id = :account)) gone
                        from unnest(:from::timestamptz[], :to::timestamptz[]) with ordinality s (a, b, n) cross join known
                        cross join lateral (select %1$s %2$s and f.joined_at >= greatest(s.a, known.since) and f.joined_at < s.b
                            and (:account::bigint is null or f.account_id = :account)) j
                        cross join lateral (select %1$s from onlooker o where o.brand_id = current_brand() and exists (
                            select 1 from follow f where f.brand_id = o.brand_id and f.onlooker_id = o.id and coalesce(f.joined_at, f.seen_at) < s.b
                              and (f.left_at is null or f.left_at >= s.b) and (:account::bigint is null or f.account_id = :account))) t
                        order by s.n
                        """.formatted(SPLIT, FOLLOWING))
                .param("account", account == null ? null : account.value())
                .param("from", times(spans, Span::from))
                .param("to", times(spans, Span::to))
                .query((row, n) -> row.getBoolean("known")
                        ? new Period(
                                new Split(row.getInt("there"), row.getInt("there_unknown"), row.getInt("there_doesnt")),
                                split(row),
                                row.getInt("gone"))
                        : new Period(null, null, null))
                .list();
    }

    /** Who joined in a window, by which way. */
    Map<String, Split> ways(@Nullable AccountId account, Span span) {
        var ways = new LinkedHashMap<String, Split>();
        jdbc.sql("select f.came, " + SPLIT + FOLLOWING + """
                        and f.joined_at >= greatest(:from, (select min(first_whole_at) from crowd_reading
                            where brand_id = current_brand() and (:account::bigint is null or account_id = :account)))
                        and f.joined_at < :to and (:account::bigint is null or f.account_id = :account)
                        group by 1 order by count(*) desc, 1
                        """)
                .param("account", account == null ? null : account.value())
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("to", span.to().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    ways.put(row.getString("came"), split(row));
                });
        return ways;
    }

    /** Of those who joined in a window: who was still there 30 days later. */
    Stay stay(@Nullable AccountId account, Span span, Instant now) {
        var ripe = "f.joined_at <= :now::timestamptz - interval '30 days'";
        return new Stay(
                within(account, span, now, ripe),
                within(
                        account,
                        span,
                        now,
                        ripe + " and (f.left_at is null or f.left_at >= f.joined_at + interval '30 days')"),
                within(account, span, now, "not " + ripe).all());
    }

    private Split within(@Nullable AccountId account, Span span, Instant now, String which) {
        return jdbc.sql("select " + SPLIT + FOLLOWING + """
                        and f.joined_at >= greatest(:from, (select min(first_whole_at) from crowd_reading
                            where brand_id = current_brand() and (:account::bigint is null or account_id = :account)))
                        and f.joined_at < :to and (:account::bigint is null or f.account_id = :account)
                        and :now::timestamptz is not null and """ + " " + which)
                .param("account", account == null ? null : account.value())
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("to", span.to().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> split(row))
                .single();
    }

    private static String[] times(List<Span> spans, Function<Span, Instant> of) {
        return spans.stream().map(of).map(Instant::toString).toArray(String[]::new);
    }

    Stay stay(Instant now) {
        var joined =
                "f.joined_at > :now::timestamptz - interval '120 days' and f.joined_at <= :now::timestamptz - interval '30 days'";
        var all = split(joined, now);
        var stayed = split(joined + " and (f.left_at is null or f.left_at >= f.joined_at + interval '30 days')", now);
        var early = split("f.joined_at > :now::timestamptz - interval '30 days'", now)
                .all();
        return new Stay(all, stayed, early);
    }

    private Split split(String which, Instant now) {
        return jdbc.sql("select " + SPLIT + FOLLOWING + " and " + which)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> split(row))
                .single();
    }

    /** How many joined since then by which way. */
    Map<String, Integer> came(Instant since) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                select f.came, count(*) n from follow f where f.brand_id = current_brand() and f.joined_at > :since group by 1 order by 2 desc, 1
                """).param("since", since.atOffset(ZoneOffset.UTC)).query(row -> {
            counts.put(row.getString("came"), row.getInt("n"));
        });
        return counts;
    }

    /** Of one account one day on which at least twenty joined. */
    record Day(AccountId account, LocalDate day, int joined, int fits, double usual, int others, int othersFit) {}

    /** Only those of whom it was judged already; of days from which on joins were known at all. */
    List<Day> crowds(LocalDate from, ZoneId zone, int least) {
        return jdbc.sql("""
                with days as (
                    select f.account_id, (f.joined_at at time zone :zone)::date d, count(*) n, count(*) filter (where o.fit = 'FITS') fits
                    from follow f join onlooker o on o.brand_id = f.brand_id and o.id = f.onlooker_id
                    where f.brand_id = current_brand() and f.joined_at > (:from::date - 29)::timestamp at time zone :zone and o.judged_at is not null
                    group by 1, 2)
                select d.account_id, d.d, d.n, d.fits,
                    coalesce((select sum(b.n) from days b where b.account_id = d.account_id and b.d >= d.d - 28 and b.d < d.d), 0) / 28.0 usual,
                    s.others, s.others_fit
                from days d cross join lateral (
                    select count(*) others, count(*) filter (where o.fit = 'FITS') others_fit
                    from follow f join onlooker o on o.brand_id = f.brand_id and o.id = f.onlooker_id
                    where f.brand_id = current_brand() and f.account_id = d.account_id and f.left_at is null and o.judged_at is not null
                      and (f.joined_at is null or (f.joined_at at time zone :zone)::date <> d.d)) s
                where d.d >= :from::date and d.n >= :least order by d.d desc, d.account_id
                """)
                .param("from", from)
                .param("zone", zone.getId())
                .param("least", least)
                .query((row, n) -> new Day(
                        new AccountId(row.getLong("account_id")),
                        row.getObject("d", LocalDate.class),
                        row.getInt("n"),
                        row.getInt("fits"),
                        row.getDouble("usual"),
                        row.getInt("others"),
                        row.getInt("others_fit")))
                .list();
    }

    private static Split split(ResultSet row) throws SQLException {
        return new Split(row.getInt("fits"), row.getInt("unknown"), row.getInt("doesnt"));
    }
}
