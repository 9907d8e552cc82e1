package dev.parvi.community;

import dev.parvi.connector.Moderates.Act;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done at networks to what people said, in the brand whose scope it is. */
@Repository
class Moderations {

    private final JdbcClient jdbc;

    Moderations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by null where a rule did it; then {@code rule} says which, and its maker answers for it */
    void add(
            ConversationId conversation,
            CommentId comment,
            Act act,
            @Nullable MemberId by,
            @Nullable Long rule,
            Instant now) {
        jdbc.sql("""
                insert into moderation (brand_id, conversation_id, comment_id, profile_id, act, member_id, rule_id, at)
                select current_brand(), :conversation, c.id, c.profile_id, :act, coalesce(:by::bigint, r.made_by), :rule::bigint, :now
                from comment c left join moderation_rule r on r.brand_id = c.brand_id and r.id = :rule::bigint
                where c.brand_id = current_brand() and c.id = :comment
                """)
                .param("conversation", conversation.value())
                .param("comment", comment.value())
                .param("act", act.name())
                .param("by", by == null ? null : by.value(), Types.BIGINT)
                .param("rule", rule, Types.BIGINT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last act on each of these utterances. */
    List<Moderated> last(Collection<Long> comments) {
        return jdbc.sql("""
                select distinct on (m.comment_id) m.*, coalesce(r.name, '') rule from moderation m
                left join moderation_rule r on r.brand_id = m.brand_id and r.id = m.rule_id
                where m.brand_id = current_brand() and m.comment_id = any(:ids) order by m.comment_id, m.id desc
                """)
                .param("ids", comments.toArray(Long[]::new))
                .query((row, n) -> moderated(row))
                .list();
    }

    /** Of these speakers, those who are blocked as far as we did it. */
    List<Long> blocked(Collection<Long> profiles) {
        return jdbc.sql("""
                select profile_id from (
                    select distinct on (profile_id) profile_id, act from moderation
                    where brand_id = current_brand() and profile_id = any(:ids) and act in ('BLOCK', 'UNBLOCK')
                    order by profile_id, id desc) last
                where act = 'BLOCK'
                """)
                .param("ids", profiles.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static Moderated moderated(ResultSet row) throws SQLException {
        return new Moderated(
                new CommentId(row.getLong("comment_id")),
                row.getLong("profile_id"),
                Act.valueOf(row.getString("act")),
                new MemberId(row.getLong("member_id")),
                row.getTimestamp("at").toInstant(),
                row.getString("rule"));
    }
}
