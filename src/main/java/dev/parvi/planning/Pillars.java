package dev.parvi.planning;

import dev.parvi.shared.PillarId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pillars of the brand whose scope it is. */
@Repository
class Pillars {

    private final JdbcClient jdbc;

    Pillars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PillarId add(String name, int share) {
        return jdbc.sql("""
                insert into pillar (brand_id, name, share, position)
                values (current_brand(), :name, :share, (select coalesce(max(position) + 1, 0) from pillar)) returning id
                """)
                .param("name", name)
                .param("share", share)
                .query((row, n) -> new PillarId(row.getLong(1)))
                .single();
    }

    void put(PillarId id, String name, int share) {
        jdbc.sql("update pillar set name = :name, share = :share where id = :id")
                .param("name", name)
                .param("share", share)
                .param("id", id.value())
                .update();
    }

    /** Its posts stay, without a pillar. */
    void remove(PillarId id) {
        jdbc.sql("delete from pillar where id = :id").param("id", id.value()).update();
    }

    List<Pillar> all() {
        return jdbc.sql("select id, name, share from pillar order by position, id")
                .query((row, n) -> new Pillar(new PillarId(row.getLong(1)), row.getString(2), row.getInt(3)))
                .list();
    }

    /** How many posts of each pillar go out from {@code from} until before {@code to}; 0 stands for those without one. */
    Map<PillarId, Integer> counts(Instant from, Instant to) {
        var counts = new HashMap<PillarId, Integer>();
        jdbc.sql("""
                select coalesce(p.pillar_id, 0) as pillar, count(distinct p.id) as posts
                from version v join post p on p.brand_id = v.brand_id and p.id = v.post_id
                where v.planned_at >= :from and v.planned_at < :to group by 1
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> counts.put(new PillarId(row.getLong("pillar")), row.getInt("posts")))
                .list();
        return counts;
    }
}
