package dev.parvi.community;

import dev.parvi.community.OwnAnswer.State;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What we say, in the brand whose scope it is. */
@Repository
class OwnAnswers {

    private final JdbcClient jdbc;

    OwnAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number; empty where this very form made one before */
    Optional<Long> add(
            ConversationId conversation, CommentId comment, MemberId by, String text, UUID form, Instant now) {
        return jdbc.sql("""
                insert into own_answer (brand_id, conversation_id, comment_id, state, text, form_key, written_by, written_at)
                values (current_brand(), :conversation, :comment, 'ASKED', :text, :form, :by, :now)
                on conflict (brand_id, form_key) do nothing returning id
                """)
                .param("conversation", conversation.value())
                .param("comment", comment.value())
                .param("text", text)
                .param("form", form, Types.OTHER)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    void handed(long id, DeliveryId delivery) {
        jdbc.sql("""
                update own_answer set state = 'HANDED', delivery_id = :delivery where brand_id = current_brand() and id = :id
                """).param("delivery", delivery.value()).param("id", id).update();
    }

    void decided(long id, State state, MemberId by, String reason, Instant now) {
        jdbc.sql("""
                update own_answer set state = :state, decided_by = :by, decided_at = :now, reason = :reason
                where brand_id = current_brand() and id = :id
                """)
                .param("state", state.name())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<OwnAnswer> held(long id) {
        return jdbc.sql("select * from own_answer where brand_id = current_brand() and id = :id for update")
                .param("id", id)
                .query((row, n) -> answer(row))
                .optional();
    }

    Optional<OwnAnswer> of(DeliveryId delivery) {
        return jdbc.sql("select * from own_answer where brand_id = current_brand() and delivery_id = :delivery")
                .param("delivery", delivery.value())
                .query((row, n) -> answer(row))
                .optional();
    }

    /** All that weren't withdrawn, in order. */
    List<OwnAnswer> in(ConversationId conversation) {
        return jdbc.sql("""
                select * from own_answer
                where brand_id = current_brand() and conversation_id = :id and state <> 'WITHDRAWN' order by id
                """)
                .param("id", conversation.value())
                .query((row, n) -> answer(row))
                .list();
    }

    /** Those that wait for a second person, the longest waiting first. */
    List<OwnAnswer> asked(int most) {
        return jdbc.sql("""
                select * from own_answer where brand_id = current_brand() and state = 'ASKED' order by written_at limit :most
                """).param("most", most).query((row, n) -> answer(row)).list();
    }

    private static OwnAnswer answer(ResultSet row) throws SQLException {
        var delivery = row.getLong("delivery_id");
        var decidedBy = row.getLong("decided_by");
        return new OwnAnswer(
                row.getLong("id"),
                new ConversationId(row.getLong("conversation_id")),
                new CommentId(row.getLong("comment_id")),
                State.valueOf(row.getString("state")),
                row.getString("text"),
                delivery == 0 ? null : new DeliveryId(delivery),
                new MemberId(row.getLong("written_by")),
                row.getTimestamp("written_at").toInstant(),
                decidedBy == 0 ? null : new MemberId(decidedBy),
                Listings.instant(row.getTimestamp("decided_at")),
                row.getString("reason"));
    }
}
