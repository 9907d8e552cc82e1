package dev.parvi.tracking;

import dev.parvi.shared.DeliveryId;
import dev.parvi.tracking.Result.Credit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was added up, in the brand whose scope it is. */
@Repository
class Results {

    private static final String RANGES =
            " unnest(cast(:levels as int[]), cast(:from as int[]), cast(:until as int[])) r (level, a, b) ";

    private final JdbcClient jdbc;
    private final Packs packs;

    Results(JdbcClient jdbc, Packs packs) {
        this.jdbc = jdbc;
        this.packs = packs;
    }

    /** Coming by links; {@code keys} is how many there are. */
    record Came(String key, long people, long robots, long landed, long visitors, int keys) {}

    /** Conversions in one currency, or without a value. */
    record Credited(String key, String name, String currency, Credit count, Credit value) {}

    /** A day of the whole brand. */
    record Day(LocalDate day, long people, long robots, long visitors, long conversions) {}

    /** By key, those whom most came by first, of equals by their letters; and those that were only credited with something. */
    List<Came> came(By by, LocalDate from, LocalDate until, String name, int most) {
        var sums = packs.sums(from, until);
        return in(Span.of(from, until, until), jdbc.sql("""
                with sums as (
                    select * from unnest(cast(:links as int[]), cast(:people as int[]), cast(:robots as int[]), cast(:landed as int[]),
                        cast(:visitors as int[])) u (link_id, p, r, s, v)),
                credited as (
                    select s.link_id
                    from %s join credit_sum s
                        on s.brand_id = current_brand() and s.level = r.level and s.slot >= r.a and s.slot < r.b and s.link_id >= 0
                    where :name = '' or s.name = :name
                    group by 1),
                keys as (
                    select %s as key, coalesce(sum(p), 0) p, coalesce(sum(r), 0) r, coalesce(sum(s), 0) s, coalesce(sum(v), 0) v
                    from sums full join credited using (link_id) left join tracked_link l on l.id = link_id
                    group by 1)
                select coalesce(cast(key as text), ''), p, r, s, v, count(*) over () from keys
                order by p desc, coalesce(cast(key as text), '') limit :most
                """.formatted(RANGES, by.sql())))
                .param("links", sums.links())
                .param("people", sums.column(LinkSums.PEOPLE))
                .param("robots", sums.column(LinkSums.ROBOTS))
                .param("landed", sums.column(LinkSums.LANDED))
                .param("visitors", sums.column(LinkSums.VISITORS))
                .param("name", name)
                .param("most", most)
                .query((row, n) -> new Came(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getInt(6)))
                .list();
    }

    /** @param name empty for all */
    List<Credited> credited(By by, LocalDate from, LocalDate until, String name, Collection<String> keys) {
        return in(Span.of(from, until, until), jdbc.sql("""
                with chosen as materialized (
                    select l.id, coalesce(cast(%2$s as text), '') as key from tracked_link l where coalesce(cast(%2$s as text), '') = any(:keys)
                    union all select 0, '' where '' = any(:keys))
                select key, '', s.currency, sum(firsts), sum(lasts), sum(linear), sum(first_value), sum(last_value), sum(linear_value)
                from %1$s join credit_sum s
                    on s.brand_id = current_brand() and s.level = r.level and s.slot >= r.a and s.slot < r.b and s.link_id >= 0
                join chosen on chosen.id = s.link_id
                where :name = '' or s.name = :name
                group by 1, 3
                """.formatted(RANGES, by.sql())))
                .param("name", name)
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> credited(row))
                .list();
    }

    /** All conversions, by name and currency. */
    List<Credited> names(LocalDate from, LocalDate until) {
        return in(Span.of(from, until, until), jdbc.sql("""
                select '', s.name, s.currency, sum(firsts), sum(lasts), sum(linear), sum(first_value), sum(last_value), sum(linear_value)
                from %s join credit_sum s
                    on s.brand_id = current_brand() and s.level = r.level and s.slot >= r.a and s.slot < r.b and s.link_id = -1
                group by 2, 3 order by 4 desc, 2, 3
                """.formatted(RANGES)))
                .query((row, n) -> credited(row))
                .list();
    }

    List<Day> days(LocalDate from, LocalDate until) {
        return jdbc.sql("""
                select d, coalesce(v.people, 0), coalesce(v.robots, 0), coalesce(v.visitors, 0),
                    coalesce((select sum(firsts) from credit_sum c
                        where c.brand_id = current_brand() and c.level = 1 and c.slot = d and c.link_id = -1), 0)
                from generate_series(:from, :until - 1) d
                left join visit_sum v on v.brand_id = current_brand() and v.level = 1 and v.slot = d and v.link_id = 0
                order by d
                """)
                .param("from", (int) from.toEpochDay())
                .param("until", (int) until.toEpochDay())
                .query((row, n) -> new Day(
                        LocalDate.ofEpochDay(row.getInt(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }

    /** Clicks of people on the links of deliveries, so far; those without links are missing. */
    Map<DeliveryId, Long> clicks(Collection<DeliveryId> deliveries) {
        var clicks = new HashMap<DeliveryId, Long>();
        jdbc.sql("""
                select l.delivery_id, coalesce(sum(s.people), 0) from tracked_link l
                left join visit_sum s on s.brand_id = current_brand() and s.link_id = l.id and s.level = 1
                where l.brand_id = current_brand() and l.delivery_id = any(:ids) group by 1
                """)
                .param("ids", deliveries.stream().map(DeliveryId::value).toArray(Long[]::new))
                .query((row, n) -> clicks.put(new DeliveryId(row.getLong(1)), row.getLong(2)))
                .list();
        return clicks;
    }

    private static StatementSpec in(Span span, StatementSpec statement) {
        return statement
                .param("levels", span.levels.toArray(Integer[]::new))
                .param("from", span.from.toArray(Integer[]::new))
                .param("until", span.until.toArray(Integer[]::new));
    }

    private static Credited credited(ResultSet row) throws SQLException {
        return new Credited(row.getString(1), row.getString(2), row.getString(3), credit(row, 4), credit(row, 7));
    }

    private static Credit credit(ResultSet row, int from) throws SQLException {
        return new Credit(
                plain(row.getBigDecimal(from)), plain(row.getBigDecimal(from + 1)), plain(row.getBigDecimal(from + 2)));
    }

    private static BigDecimal plain(BigDecimal sum) {
        return sum.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
