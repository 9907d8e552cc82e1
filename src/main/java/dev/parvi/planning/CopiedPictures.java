package dev.parvi.planning;

import dev.parvi.shared.PostId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hangs the pictures of one post on another too. */
@Repository
class CopiedPictures {

    private final JdbcClient jdbc;

    CopiedPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers the number of each copy by the number it has on the first post. */
    Map<Long, Long> copy(PostId from, PostId to) {
        var numbers = new HashMap<Long, Long>();
        jdbc.sql("""
                with made as (
                    insert into post_media (brand_id, post_id, position, hash, type, width, height, alt, crop)
                    select brand_id, :to, position, hash, type, width, height, alt, crop from post_media where post_id = :from
                    returning id, position
                )
                select old.id as old, made.id as new from made join post_media old
                on old.post_id = :from and old.position = made.position
                """)
                .param("from", from.value())
                .param("to", to.value())
                .query((row, n) -> numbers.put(row.getLong("old"), row.getLong("new")))
                .list();
        return numbers;
    }
}
