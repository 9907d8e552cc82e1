package dev.parvi.planning;

import dev.parvi.shared.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posts that nobody has planned. */
@Repository
class WaitingPosts {

    private final JdbcClient jdbc;

    WaitingPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WaitingPost> latest(int each) {
        return jdbc.sql("""
                with ranked as (
                    select id, state, left(coalesce(nullif(title, ''), text), 120) as said, author_id, changed_at,
                           row_number() over (partition by state order by changed_at desc, id desc) as place,
                           count(*) over (partition by state) as many
                    from post where state <> 'PLANNED')
                select r.*, m.name from ranked r join member m on m.id = r.author_id
                where r.place <= :each
                order by array_position(array['ASKED', 'CHANGES', 'APPROVED', 'DRAFT'], r.state), r.place
                """).param("each", each).query((row, n) -> post(row)).list();
    }

    private static WaitingPost post(ResultSet row) throws SQLException {
        return new WaitingPost(
                new PostId(row.getLong("id")),
                PostState.valueOf(row.getString("state")),
                row.getString("said").strip().replaceAll("\\s+", " "),
                row.getString("name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("many") - 1);
    }
}
