package dev.parvi.community;

import dev.parvi.community.WordsCounted.Word;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts what went on in conversations, in the brand whose scope it is: of those asked for only, through the index of their
 * comments, so that it takes as long as they are and not as there are others.
 */
@Repository
class Exchanges {

    private static final String WORDS = """
            select c.conversation_id talk, c.key, c.parent_key, c.us, c.at,
                case when c.us then 'us' else coalesce(c.profile_id::text, 'n ' || c.speaker) end who
            from conversation k join comment c on (c.brand_id, c.account_id, c.conversation_id) = (k.brand_id, k.account_id, k.id)
            where k.brand_id = current_brand() and k.id = any(:ids)
              and c.standing in ('SHOWN', 'HELD') and c.gone_at is null and c.erased_at is null
            """;

    private final JdbcClient jdbc;

    Exchanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in which nothing is to be read are missing. */
    Map<ConversationId, Exchange> of(Collection<ConversationId> ids) {
        var counted = new HashMap<ConversationId, WordsCounted>();
        jdbc.sql(WORDS)
                .param("ids", ids.stream().map(ConversationId::value).toArray(Long[]::new))
                .query(row -> {
                    counted.computeIfAbsent(new ConversationId(row.getLong("talk")), id -> new WordsCounted())
                            .add(word(row));
                });
        var found = new HashMap<ConversationId, Exchange>();
        counted.forEach((id, words) -> found.put(id, words.exchange()));
        return found;
    }

    /** Who spoke last to us in a conversation, and what they said. */
    record Last(CommentId comment, String name) {}

    /** Empty where nothing of it can be answered any more. */
    Optional<Last> last(ConversationId id) {
        return jdbc.sql("""
                select c.id, split_part(trim(coalesce(nullif(p.name, ''), c.speaker)), ' ', 1) who
                from comment c left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
                where c.brand_id = current_brand() and c.conversation_id = :id and not c.us
                  and c.account_id = (select k.account_id from conversation k where k.brand_id = current_brand() and k.id = :id)
                  and c.standing = 'SHOWN' and c.gone_at is null and c.erased_at is null
                order by c.at desc, c.id desc limit 1
                """)
                .param("id", id.value())
                .query((row, n) -> new Last(new CommentId(row.getLong("id")), row.getString("who")))
                .optional();
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(
                row.getObject("key", UUID.class),
                row.getObject("parent_key", UUID.class),
                row.getBoolean("us"),
                row.getTimestamp("at").toInstant(),
                row.getString("who"));
    }
}
