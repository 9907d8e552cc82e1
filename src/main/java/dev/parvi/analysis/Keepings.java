package dev.parvi.analysis;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long snapshots are kept, in the brand whose scope it is. */
@Repository
class Keepings {

    /** Of which time one value is left. */
    enum Step {
        DAY("day", "fine_until"),
        MONTH("month", "day_until");

        private final String sql;
        private final String mark;

        Step(String sql, String mark) {
            this.sql = sql;
            this.mark = mark;
        }
    }

    private final JdbcClient jdbc;

    Keepings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Keeping.Kept kept() {
        var rule = jdbc.sql("select fine_days, day_days from figure_rule where brand_id = current_brand()")
                .query((row, n) -> new FigureRule(row.getInt(1), row.getInt(2)))
                .optional()
                .orElse(FigureRule.USUAL);
        return jdbc.sql("""
                select (select count(*) from snapshot where brand_id = current_brand()) v,
                    (select count(*) from post_figure where brand_id = current_brand()) p
                """)
                .query((row, n) -> new Keeping.Kept(rule, row.getLong("v"), row.getLong("p")))
                .single();
    }

    void put(FigureRule rule) {
        jdbc.sql("""
                insert into figure_rule (brand_id, fine_days, day_days) values (current_brand(), :fine, :day)
                on conflict (brand_id) do update set fine_days = excluded.fine_days, day_days = excluded.day_days
                """)
                .param("fine", rule.fineDays())
                .param("day", rule.dayDays())
                .update();
    }

    /** Of what was read before an instant and wasn't thinned out yet. @return how many values went */
    int thin(Step step, ZoneId zone, Instant until) {
        jdbc.sql("insert into figure_rule (brand_id) values (current_brand()) on conflict do nothing")
                .update();
        var gone = jdbc.sql("""
                        with ranked as (
                            select delivery_id, figure, read_at, row_number() over (
                                partition by delivery_id, figure, date_trunc(:step, read_at at time zone :zone) order by read_at desc) n
                            from snapshot where brand_id = current_brand() and read_at < :until
                              and read_at >= (select %s from figure_rule where brand_id = current_brand()))
                        delete from snapshot s using ranked r where s.brand_id = current_brand() and s.delivery_id = r.delivery_id
                          and s.figure = r.figure and s.read_at = r.read_at and r.n > 1
                        """.formatted(step.mark))
                .param("step", step.sql)
                .param("zone", zone.getId())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update figure_rule set %1$s = greatest(%1$s, :until) where brand_id = current_brand()"
                        .formatted(step.mark))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        return gone;
    }
}
