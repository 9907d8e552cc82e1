package dev.parvi.community;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was heard and isn't understood yet, in the brand whose scope it is. */
@Repository
class Waiting {

    /** Utterances that are understood in one transaction. */
    static final int BATCH = 500;

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Long> comments, Instant now) {
        for (var from = 0; from < comments.size(); from += BATCH) {
            var batch = comments.subList(from, Math.min(comments.size(), from + BATCH));
            jdbc.sql("""
                    insert into to_understand (brand_id, comments, heard_at) values (current_brand(), :comments, :now)
                    """)
                    .param("comments", batch.toArray(Long[]::new))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** The batch heard last, out of the line until this transaction ends, and for good when it commits. */
    Optional<List<Long>> take() {
        return jdbc.sql("""
                delete from to_understand where brand_id = current_brand() and id = (
                    select id from to_understand where brand_id = current_brand() order by id desc limit 1 for update skip locked)
                returning comments
                """)
                .query((row, n) -> List.of((Long[]) row.getArray("comments").getArray()))
                .optional();
    }
}
