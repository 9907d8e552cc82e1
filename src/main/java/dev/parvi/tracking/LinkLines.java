package dev.parvi.tracking;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links as a list shows them, of the brand whose scope it is. */
@Repository
class LinkLines {

    private final JdbcClient jdbc;

    LinkLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Arranging.Line> newest(String base, int most) {
        return jdbc.sql("""
                with newest as (
                    select id, address, code, campaign, made_at from tracked_link
                    where brand_id = current_brand() and code is not null order by id desc limit :most)
                select n.id, n.address, n.code, n.campaign, n.made_at, coalesce(sum(s.people), 0), coalesce(sum(s.robots), 0)
                from newest n left join visit_sum s on s.brand_id = current_brand() and s.link_id = n.id and s.level = 1
                group by 1, 2, 3, 4, 5 order by 1 desc
                """)
                .param("most", most)
                .query((row, n) -> new Arranging.Line(
                        row.getInt(1),
                        row.getString(2),
                        base + "/l/" + row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }
}
