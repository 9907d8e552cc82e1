package dev.parvi.planning;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often what the calendar shows of the brand whose scope it is has changed; the database counts by itself. */
@Repository
class Changes {

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another number whenever anything of it is another. */
    long count() {
        return jdbc.sql("select coalesce(sum(changes), 0)::bigint from planning_change")
                .query(Long.class)
                .single();
    }

    /** Puts together what connections have counted that are gone; the sum stays. */
    void fold() {
        jdbc.sql("""
                with gone as (
                    delete from planning_change where writer <> 0 and writer not in (select pid from pg_stat_activity)
                    returning changes)
                insert into planning_change as c (brand_id, writer, changes)
                select current_brand(), 0, sum(changes) from gone having count(*) > 0
                on conflict (brand_id, writer) do update set changes = c.changes + excluded.changes
                """).update();
    }
}
