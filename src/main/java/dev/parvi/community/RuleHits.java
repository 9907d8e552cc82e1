package dev.parvi.community;

import dev.parvi.community.RuleHit.State;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rules have found, in the brand whose scope it is. */
@Repository
class RuleHits {

    private static final String HITS = """
            select h.*, r.name rule, left(c.text, 200) said, coalesce(nullif(p.name, ''), nullif(p.handle, ''), c.speaker) speaker, m.last
            from rule_hit h
            join moderation_rule r on r.brand_id = h.brand_id and r.id = h.rule_id
            join comment c on c.brand_id = h.brand_id and c.id = h.comment_id
            left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
            left join lateral (
                select act last from moderation where brand_id = h.brand_id and comment_id = h.comment_id order by id desc limit 1) m on true
            where h.brand_id = current_brand()
            """;

    private final JdbcClient jdbc;

    RuleHits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing where a rule had found the same before. */
    boolean add(long rule, CommentId comment, ConversationId conversation, Act act, State state, Instant now) {
        return jdbc.sql("""
                insert into rule_hit (brand_id, rule_id, comment_id, conversation_id, act, state, at, next_at)
                values (current_brand(), :rule, :comment, :conversation, :act, :state, :now, :now)
                on conflict (brand_id, comment_id) do nothing
                """)
                        .param("rule", rule)
                        .param("comment", comment.value())
                        .param("conversation", conversation.value())
                        .param("act", act.name())
                        .param("state", state.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those whose time it is, for nobody else before {@code until}. */
    List<RuleHit> take(Instant now, Instant until, int most) {
        var taken = jdbc.sql("""
                update rule_hit set next_at = :until, tries = tries + 1
                where brand_id = current_brand() and id in (
                    select id from rule_hit where brand_id = current_brand() and state = 'DUE' and next_at <= :now
                    order by id limit :most for update skip locked)
                returning id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> row.getLong(1))
                .list();
        return taken.isEmpty()
                ? List.of()
                : jdbc.sql(HITS + " and h.id = any(:ids) order by h.id")
                        .param("ids", taken.toArray(Long[]::new))
                        .query((row, n) -> hit(row))
                        .list();
    }

    /** It's tried again then, or left to a person where that is null or it was tried {@code most} times. */
    void failed(long id, String fault, @Nullable Instant next, int most) {
        jdbc.sql("""
                update rule_hit set fault = :fault, next_at = :next,
                    state = case when :next::timestamptz is null or tries >= :most then 'PROPOSED' else state end
                where brand_id = current_brand() and id = :id and state = 'DUE'
                """)
                .param("id", id)
                .param("fault", fault)
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", most)
                .update();
    }

    /** @param by null where the desk did it itself */
    boolean decided(long id, State state, @Nullable MemberId by, Instant now) {
        return jdbc.sql("""
                update rule_hit set state = :state, decided_by = :by::bigint, decided_at = :now
                where brand_id = current_brand() and id = :id and state in ('DUE', 'PROPOSED')
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by == null ? null : by.value(), Types.BIGINT)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Somebody has moderated the utterance, and that decides it: they did what was proposed, or something else. */
    void overtaken(CommentId comment, Act act, MemberId by, Instant now) {
        jdbc.sql("""
                update rule_hit set state = case when act = :act then 'DONE' else 'DECLINED' end, decided_by = :by, decided_at = :now
                where brand_id = current_brand() and comment_id = :comment and state in ('DUE', 'PROPOSED')
                """)
                .param("comment", comment.value())
                .param("act", act.name())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it's still to be done by who took it until then. */
    boolean taken(long id, Instant until) {
        return jdbc.sql("""
                select exists (select from rule_hit where brand_id = current_brand() and id = :id and state = 'DUE' and next_at = :until)
                """)
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    Optional<RuleHit> get(long id) {
        return jdbc.sql(HITS + " and h.id = :id")
                .param("id", id)
                .query((row, n) -> hit(row))
                .optional();
    }

    /** The oldest first. */
    List<RuleHit> proposed(int most) {
        return jdbc.sql(HITS + " and h.state = 'PROPOSED' order by h.id limit :most")
                .param("most", most)
                .query((row, n) -> hit(row))
                .list();
    }

    /** What waits for a decision about these utterances. */
    List<RuleHit> proposed(Collection<Long> comments) {
        return jdbc.sql(HITS + " and h.state = 'PROPOSED' and h.comment_id = any(:ids)")
                .param("ids", comments.toArray(Long[]::new))
                .query((row, n) -> hit(row))
                .list();
    }

    /** What was done lately, the latest first. */
    List<RuleHit> done(int most) {
        return jdbc.sql(HITS + " and h.state = 'DONE' order by h.decided_at desc, h.id desc limit :most")
                .param("most", most)
                .query((row, n) -> hit(row))
                .list();
    }

    private static RuleHit hit(ResultSet row) throws SQLException {
        var act = Act.valueOf(row.getString("act"));
        return new RuleHit(
                row.getLong("id"),
                row.getLong("rule_id"),
                row.getString("rule"),
                new CommentId(row.getLong("comment_id")),
                new ConversationId(row.getLong("conversation_id")),
                row.getString("speaker"),
                row.getString("said"),
                act,
                State.valueOf(row.getString("state")),
                row.getTimestamp("at").toInstant(),
                row.getString("fault"),
                act.name().equals(row.getString("last")) ? act.opposite() : null);
    }
}
