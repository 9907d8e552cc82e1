package dev.parvi.community;

import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members are writing, in the brand whose scope it is. */
@Repository
class AnswerDrafts {

    private final JdbcClient jdbc;

    AnswerDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Draft(CommentId comment, String text, Instant savedAt) {}

    /** @return whether it wasn't known before that they write here */
    boolean put(ConversationId id, MemberId member, CommentId comment, String text, Instant now, Instant until) {
        return jdbc.sql("""
                with before as (
                    select writing_until from answer_draft
                    where brand_id = current_brand() and conversation_id = :id and member_id = :member),
                put as (
                    insert into answer_draft (brand_id, conversation_id, member_id, comment_id, text, saved_at, writing_until)
                    values (current_brand(), :id, :member, :comment, :text, :now, :until)
                    on conflict (brand_id, conversation_id, member_id) do update
                    set comment_id = excluded.comment_id, text = excluded.text, saved_at = excluded.saved_at,
                        writing_until = excluded.writing_until)
                select not exists (select from before where writing_until > :now)
                """)
                .param("id", id.value())
                .param("member", member.value())
                .param("comment", comment.value())
                .param("text", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<Draft> of(ConversationId id, MemberId member) {
        return jdbc.sql("""
                select comment_id, text, saved_at from answer_draft
                where brand_id = current_brand() and conversation_id = :id and member_id = :member
                """)
                .param("id", id.value())
                .param("member", member.value())
                .query((row, n) -> new Draft(
                        new CommentId(row.getLong("comment_id")),
                        row.getString("text"),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    void drop(ConversationId id, MemberId member) {
        jdbc.sql("""
                delete from answer_draft where brand_id = current_brand() and conversation_id = :id and member_id = :member
                """).param("id", id.value()).param("member", member.value()).update();
    }

    /** Who writes just now, by conversation. */
    Map<ConversationId, List<MemberId>> writing(Instant now) {
        return jdbc
                .sql("""
                select conversation_id, member_id from answer_draft
                where brand_id = current_brand() and writing_until > :now order by member_id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Map.entry(
                        new ConversationId(row.getLong("conversation_id")), new MemberId(row.getLong("member_id"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
