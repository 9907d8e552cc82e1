package dev.parvi.community;

import dev.parvi.text.Learned;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the brand whose scope it is has learned from its moderators, and whether there is more to learn. */
@Repository
class LearnedModels {

    private final JdbcClient jdbc;

    LearnedModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far it has come.
     *
     * @param wanted how often its corrections have changed
     * @param version up to which of these changes the model was made; 0 where there is none
     * @param corrections how many it was made of
     * @param madeAt null where there is none
     */
    record Standing(
            long wanted,
            long version,
            int corrections,
            @Nullable Instant madeAt) {}

    /** Empty where nothing was ever corrected. */
    Optional<Standing> standing() {
        return jdbc.sql("""
                select l.wanted, coalesce(m.version, 0) version, coalesce(m.corrections, 0) corrections, m.made_at
                from lesson l left join learned_model m on m.brand_id = l.brand_id
                where l.brand_id = current_brand()
                """)
                .query((row, n) -> new Standing(
                        row.getLong("wanted"),
                        row.getLong("version"),
                        row.getInt("corrections"),
                        instant(row.getTimestamp("made_at"))))
                .optional();
    }

    Optional<byte[]> model() {
        return jdbc.sql("select model from learned_model where brand_id = current_brand()")
                .query(byte[].class)
                .optional();
    }

    /** Its corrections have changed: it learns at {@code due}, or earlier where that was so already. */
    void want(Instant due) {
        jdbc.sql("""
                insert into lesson (brand_id, wanted, due_at) values (current_brand(), 1, :due)
                on conflict (brand_id) do update set wanted = lesson.wanted + 1, due_at = coalesce(lesson.due_at, excluded.due_at)
                """).param("due", due.atOffset(ZoneOffset.UTC)).update();
    }

    /** Keeps what was made, unless somebody has made it of more. */
    void keep(long version, Learned learned, int corrections, Instant now) {
        jdbc.sql("""
                insert into learned_model (brand_id, version, corrections, made_at, model)
                values (current_brand(), :version, :corrections, :now, :model)
                on conflict (brand_id) do update
                set version = excluded.version, corrections = excluded.corrections, made_at = excluded.made_at, model = excluded.model
                where learned_model.version < excluded.version
                """)
                .param("version", version)
                .param("corrections", corrections)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("model", learned.toBytes())
                .update();
    }

    /** All up to {@code version} is learned; what was corrected in the meantime comes next. */
    void done(long version, Instant now) {
        jdbc.sql("""
                update lesson set due_at = case when wanted > :version then :now end where brand_id = current_brand()
                """)
                .param("version", version)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
