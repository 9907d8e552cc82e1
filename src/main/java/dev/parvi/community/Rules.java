package dev.parvi.community;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules by which what is said goes out of sight, in the brand whose scope it is. */
@Repository
class Rules {

    private final JdbcClient jdbc;

    Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An utterance that rules may look at. */
    record Candidate(
            CommentId comment, ConversationId conversation, String network, Standing standing, Rule.Subject subject) {}

    /** A rule, and from when on it looks. */
    record Watch(Rule rule, Instant from) {}

    /** Those that look, in the order in which they were made: the first that finds something has it. */
    List<Watch> watches() {
        return jdbc.sql("""
                select * from moderation_rule where brand_id = current_brand() and dropped_at is null order by id
                """)
                .query((row, n) ->
                        new Watch(rule(row), row.getTimestamp("made_at").toInstant()))
                .list();
    }

    void add(Rule rule, MemberId by, Instant now) {
        jdbc.sql("""
                insert into moderation_rule (brand_id, name, account_id, words, links, mark, days, what, made_by, made_at)
                values (current_brand(), :name, :account::bigint, :words, :links, :mark::smallint, :days, :what, :by, :now)
                """)
                .param("name", rule.name())
                .param("account", rule.account().map(AccountId::value).orElse(null), Types.BIGINT)
                .param("words", String.join("\n", rule.words()))
                .param("links", rule.links())
                .param("mark", rule.mark().map(Marks::bit).orElse(null), Types.INTEGER)
                .param("days", rule.days())
                .param("what", rule.what().name())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Its name, where it looked. */
    Optional<String> drop(long id, Instant now) {
        return jdbc.sql("""
                update moderation_rule set dropped_at = :now
                where brand_id = current_brand() and id = :id and dropped_at is null returning name
                """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    /** Of these what others said to us in the open, and that nobody has moderated and no rule has found yet. */
    List<Candidate> candidates(Collection<Long> comments) {
        return jdbc.sql("""
                select c.id, c.conversation_id, c.account_id, k.network, c.standing, c.text, c.at, coalesce(v.marks, 0) marks,
                    c.sent_marks ->> :since since, p.first_at
                from comment c
                join conversation k on k.brand_id = c.brand_id and k.id = c.conversation_id
                left join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
                where c.brand_id = current_brand() and c.id = any(:ids) and not c.us and c.erased_at is null and c.gone_at is null
                  and c.external_id <> '' and c.kind not in ('MESSAGE', 'FOUND')
                  and not exists (select from moderation m where m.brand_id = c.brand_id and m.comment_id = c.id)
                  and not exists (select from rule_hit h where h.brand_id = c.brand_id and h.comment_id = c.id)
                order by c.at desc, c.id desc
                """)
                .param("ids", comments.toArray(Long[]::new))
                .param("since", Heard.SINCE)
                .query((row, n) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        var known = row.getTimestamp("first_at");
        return new Candidate(
                new CommentId(row.getLong("id")),
                new ConversationId(row.getLong("conversation_id")),
                row.getString("network"),
                Standing.valueOf(row.getString("standing")),
                new Rule.Subject(
                        new AccountId(row.getLong("account_id")),
                        row.getString("text"),
                        Marks.of(row.getInt("marks")),
                        since(row.getString("since"), known == null ? null : known.toInstant()),
                        row.getTimestamp("at").toInstant()));
    }

    /** A network may tell nonsense: then what we know ourselves holds. */
    private static @Nullable Instant since(@Nullable String told, @Nullable Instant known) {
        try {
            return told == null ? known : Instant.parse(told);
        } catch (DateTimeException e) {
            return known;
        }
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getLong("id"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("account_id", Long.class)).map(AccountId::new),
                row.getString("words").lines().toList(),
                row.getInt("links"),
                Marks.of(row.getInt("mark")).stream().findFirst(),
                row.getInt("days"),
                Sight.valueOf(row.getString("what")));
    }
}
