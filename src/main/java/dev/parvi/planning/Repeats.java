package dev.parvi.planning;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which posts come again. */
@Repository
class Repeats {

    private final JdbcClient jdbc;

    Repeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Repeat repeat) {
        jdbc.sql("""
                insert into repeat (brand_id, post_id, every_days, until, next_local, zone, member_id)
                values (current_brand(), :post, :every, :until, :next, :zone, :by)
                on conflict (brand_id, post_id) do update
                set every_days = excluded.every_days, until = excluded.until, next_local = excluded.next_local,
                    zone = excluded.zone, member_id = excluded.member_id
                """)
                .param("post", repeat.post().value())
                .param("every", repeat.everyDays())
                .param("until", repeat.until())
                .param("next", repeat.next())
                .param("zone", repeat.zone().getId())
                .param("by", repeat.by().value())
                .update();
    }

    void remove(PostId post) {
        jdbc.sql("delete from repeat where post_id = :post")
                .param("post", post.value())
                .update();
    }

    Optional<Repeat> of(PostId post) {
        return jdbc.sql("select * from repeat where post_id = :post")
                .param("post", post.value())
                .query((row, n) -> repeat(row))
                .optional();
    }

    /** Held until the transaction ends, so that no copy is made twice. */
    Optional<Repeat> locked(PostId post) {
        return jdbc.sql("select * from repeat where post_id = :post for update")
                .param("post", post.value())
                .query((row, n) -> repeat(row))
                .optional();
    }

    /** Those whose next copy is due to be made. */
    List<Repeat> before(LocalDateTime local) {
        return jdbc.sql("select * from repeat where next_local < :local order by id")
                .param("local", local)
                .query((row, n) -> repeat(row))
                .list();
    }

    private static Repeat repeat(ResultSet row) throws SQLException {
        return new Repeat(
                new PostId(row.getLong("post_id")),
                row.getInt("every_days"),
                row.getObject("until", LocalDate.class),
                row.getObject("next_local", LocalDateTime.class),
                ZoneId.of(row.getString("zone")),
                new MemberId(row.getLong("member_id")));
    }
}
