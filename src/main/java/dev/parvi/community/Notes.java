package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes on conversations, and whom they call, in the brand whose scope it is. */
@Repository
class Notes {

    private final JdbcClient jdbc;

    Notes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ConversationId id, MemberId by, String text, Collection<MemberId> called, Instant now) {
        jdbc.sql("""
                with n as (
                    insert into note (brand_id, conversation_id, member_id, text, at)
                    values (current_brand(), :id, :by, :text, :now) returning id)
                insert into note_mention (brand_id, note_id, member_id) select current_brand(), n.id, m from n, unnest(:called) m
                """)
                .param("id", id.value())
                .param("by", by.value())
                .param("text", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("called", called.stream().map(MemberId::value).toArray(Long[]::new))
                .update();
    }

    List<Note> on(ConversationId id) {
        return jdbc.sql("select * from note where brand_id = current_brand() and conversation_id = :id order by id")
                .param("id", id.value())
                .query((row, n) -> note(row))
                .list();
    }

    /** Those that call this member and that they haven't seen, the latest first. */
    List<Note> calling(MemberId member, int most) {
        return jdbc.sql("""
                select n.* from note_mention m join note n on n.brand_id = m.brand_id and n.id = m.note_id
                where m.brand_id = current_brand() and m.member_id = :member and m.seen_at is null
                order by n.id desc limit :most
                """)
                .param("member", member.value())
                .param("most", most)
                .query((row, n) -> note(row))
                .list();
    }

    void seen(ConversationId id, MemberId member, Instant now) {
        jdbc.sql("""
                update note_mention m set seen_at = :now from note n
                where m.brand_id = current_brand() and m.member_id = :member and m.seen_at is null
                  and n.brand_id = m.brand_id and n.id = m.note_id and n.conversation_id = :id
                """)
                .param("id", id.value())
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                row.getLong("id"),
                new ConversationId(row.getLong("conversation_id")),
                new MemberId(row.getLong("member_id")),
                row.getString("text"),
                row.getTimestamp("at").toInstant());
    }
}
