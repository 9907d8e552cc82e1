package dev.parvi.tracking;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums of days by link, in the brand whose scope it is: packed where the days are over, as rows where they aren't. */
@Repository
class Packs {

    private final JdbcClient jdbc;

    Packs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until the first day that isn't asked for */
    LinkSums sums(LocalDate from, LocalDate until) {
        var over = addedUp();
        var packed = Span.of(from, until.isBefore(over) ? until : over, over);
        var sums = new LinkSums();
        jdbc.sql("""
                select p.sums
                from unnest(cast(:levels as int[]), cast(:from as int[]), cast(:until as int[])) r (level, a, b)
                join visit_pack p on p.brand_id = current_brand() and p.level = r.level and p.slot >= r.a and p.slot < r.b
                union all
                select string_agg(int4send(link_id) || int4send(people) || int4send(robots) || int4send(landed) || int4send(visitors), ''::bytea)
                from visit_sum
                where brand_id = current_brand() and level = 1 and slot >= :running and slot < :end and link_id > 0
                having count(*) > 0
                """)
                .param("levels", packed.levels.toArray(Integer[]::new))
                .param("from", packed.from.toArray(Integer[]::new))
                .param("until", packed.until.toArray(Integer[]::new))
                .param("running", (int) (from.isAfter(over) ? from : over).toEpochDay())
                .param("end", (int) until.toEpochDay())
                .query(row -> {
                    sums.add(Objects.requireNonNull(row.getBytes(1)));
                });
        return sums;
    }

    /** The brand's day up to which all days are added up, and packed; conversions are at once. */
    LocalDate addedUp() {
        return jdbc.sql("""
                select cast(r.until at time zone b.zone as date) from visit_roll r join brand b on b.id = current_brand() where r.level = 1
                """).query(LocalDate.class).single();
    }
}
