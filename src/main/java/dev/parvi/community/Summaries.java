package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Summaries of long threads, in the brand whose scope it is. */
@Repository
class Summaries {

    private final JdbcClient jdbc;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Summary> of(ConversationId id) {
        return jdbc.sql("""
                select text, model, comments, made_by, made_at from thread_summary
                where brand_id = current_brand() and conversation_id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new Summary(
                        row.getString("text"),
                        row.getString("model"),
                        row.getInt("comments"),
                        new MemberId(row.getLong("made_by")),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    void put(ConversationId id, Summary summary) {
        jdbc.sql("""
                insert into thread_summary (brand_id, conversation_id, text, model, comments, made_by, made_at)
                values (current_brand(), :id, :text, :model, :comments, :by, :at)
                on conflict (brand_id, conversation_id) do update set text = excluded.text, model = excluded.model,
                    comments = excluded.comments, made_by = excluded.made_by, made_at = excluded.made_at
                """)
                .param("id", id.value())
                .param("text", summary.text())
                .param("model", summary.model())
                .param("comments", summary.comments())
                .param("by", summary.by().value())
                .param("at", summary.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void drop(Collection<Long> conversations) {
        jdbc.sql("delete from thread_summary where brand_id = current_brand() and conversation_id = any(:ids)")
                .param("ids", conversations.toArray(Long[]::new))
                .update();
    }
}
