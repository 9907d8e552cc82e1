package dev.parvi.community;

import dev.parvi.shared.BrandId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is to learn, over all brands: the worker's. What was corrected stays out of its sight. */
@Repository
class LessonsDue {

    private final JdbcClient jdbc;

    LessonsDue(@Qualifier("worker") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param wanted the change of its corrections up to which is to be learned, at least */
    record Turn(BrandId brand, long wanted) {}

    /** Takes the one that has waited longest; nobody else gets it before {@code until}. */
    Optional<Turn> claim(Instant until, Instant now) {
        return jdbc.sql("""
                update lesson l set due_at = :until
                from (select brand_id from lesson where due_at <= :now order by due_at limit 1 for update skip locked) due
                where l.brand_id = due.brand_id
                returning l.brand_id, l.wanted
                """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Turn(new BrandId(row.getLong("brand_id")), row.getLong("wanted")))
                .optional();
    }
}
