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

    Results(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Coming by links. */
    record Came(String key, long people, long robots, long landed, long visitors) {}

    /** Conversions in one currency, or without a value. */
    record Credited(String key, String name, String currency, Credit count, Credit value) {}

    /** A day of the whole brand. */
    record Day(LocalDate day, long people, long robots, long visitors, long conversions) {}

    List<Came> came(By by, LocalDate from, LocalDate until) {
        return in(Span.of(from, until, addedUp()), jdbc.sql("""
                with sums as (
                    select s.link_id, sum(s.people) as people, sum(s.robots) as robots, sum(s.landed) as landed, sum(s.visitors) as visitors
                    from %s join visit_sum s
                        on s.brand_id = current_brand() and s.level = r.level and s.slot >= r.a and s.slot < r.b and s.link_id > 0
                    group by 1)
                select coalesce(cast(%s as text), ''), sum(people), sum(robots), sum(landed), sum(visitors)
                from sums join tracked_link l on l.brand_id = current_brand() and l.id = sums.link_id
                group by 1
                """.formatted(RANGES, by.sql())))
                .query((row, n) ->
                        new Came(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** @param name empty for all */
    List<Credited> credited(By by, LocalDate from, LocalDate until, String name) {
        return in(Span.of(from, until, until), jdbc.sql("""
                with sums as (
                    select s.link_id, s.currency, sum(firsts) f, sum(lasts) t, sum(linear) n, sum(first_value) fv, sum(last_value) tv,
                        sum(linear_value) nv
                    from %s join credit_sum s
                        on s.brand_id = current_brand() and s.level = r.level and s.slot >= r.a and s.slot < r.b and s.link_id >= 0
                    where :name = '' or s.name = :name
                    group by 1, 2)
                select coalesce(cast(%s as text), ''), '', currency, sum(f), sum(t), sum(n), sum(fv), sum(tv), sum(nv)
                from sums left join tracked_link l on l.brand_id = current_brand() and l.id = sums.link_id
                group by 1, 3
                """.formatted(RANGES, by.sql())))
                .param("name", name)
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

    /** The brand's day up to which all days are added up, and their blocks; conversions are at once. */
    LocalDate addedUp() {
        return jdbc.sql("""
                select cast(r.until at time zone b.zone as date) from visit_roll r join brand b on b.id = current_brand() where r.level = 1
                """).query(LocalDate.class).single();
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
