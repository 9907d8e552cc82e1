package dev.parvi.audience;

import dev.parvi.shared.CommentId;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said and whose speakers haven't been looked at, in the brand whose scope it is. */
@Repository
class Overheard {

    private final JdbcClient jdbc;

    Overheard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<CommentId> comments) {
        jdbc.sql("insert into overheard (brand_id, comments) values (current_brand(), :comments)")
                .param("comments", comments.stream().map(CommentId::value).toArray(Long[]::new))
                .update();
    }

    /** Takes the oldest away. */
    List<CommentId> take(int most) {
        return jdbc
                .sql("""
                delete from overheard where brand_id = current_brand() and id in (
                    select id from overheard where brand_id = current_brand() order by id limit :most for update skip locked)
                returning comments
                """)
                .param("most", most)
                .query((row, n) -> (Long[]) row.getArray("comments").getArray())
                .list()
                .stream()
                .flatMap(Arrays::stream)
                .map(CommentId::new)
                .toList();
    }
}
