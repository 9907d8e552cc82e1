package dev.parvi.community;

import dev.parvi.community.Friction.Line;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said lately where people may be quarrelling, in the brand whose scope it is. */
@Repository
class Frictions {

    /** The latest of a conversation; a quarrel shows within fewer. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Frictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where these comments were said, the latest of what was said within the window of the last word; only where somebody spoke
     * since {@code recent} and at least one sounds negative, offensive or like a complaint. What was said before a case ended there
     * doesn't count again.
     */
    Map<ConversationId, List<Line>> around(Collection<CommentId> comments, Instant recent) {
        var lines = new LinkedHashMap<ConversationId, List<Line>>();
        jdbc.sql("""
                with touched as (
                    select distinct c.conversation_id id from comment c
                    where c.brand_id = current_brand() and c.id = any(:ids) and not c.us and c.at > :recent),
                there as (
                    select k.id, k.account_id, k.last_at, greatest(k.last_at - interval '24 hours', (
                        select max(e.ended_at) from conflict_case e where e.brand_id = k.brand_id and e.conversation_id = k.id)) since
                    from touched t join conversation k on k.brand_id = current_brand() and k.id = t.id
                    where k.inbound > 1 and not exists (
                        select 1 from conflict_case e where e.brand_id = k.brand_id and e.conversation_id = k.id and e.state = 'OPEN'))
                select t.id conversation_id, c.*
                from there t cross join lateral (
                    select c.id, c.us, c.at, c.profile_id, c.speaker, v.mood, coalesce(v.marks, 0) marks, left(c.text, 4000) text
                    from comment c left join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                    where c.brand_id = current_brand() and c.account_id = t.account_id and c.conversation_id = t.id and c.at > t.since
                      and c.standing in ('SHOWN', 'HELD') and c.gone_at is null and c.erased_at is null
                    order by c.at desc, c.id desc limit :most) c
                order by t.id, c.at, c.id
                """)
                .param("ids", comments.stream().map(CommentId::value).toArray(Long[]::new))
                .param("recent", recent.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(row -> {
                    lines.computeIfAbsent(new ConversationId(row.getLong("conversation_id")), id -> new ArrayList<>())
                            .add(line(row));
                });
        return lines;
    }

    /** The latest of one conversation. */
    List<Line> of(ConversationId conversation) {
        return jdbc.sql("""
                select * from (
                    select c.id, c.us, c.at, c.profile_id, c.speaker, v.mood, coalesce(v.marks, 0) marks, left(c.text, 4000) text
                    from comment c left join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                    where c.brand_id = current_brand() and c.conversation_id = :id
                      and c.account_id = (select k.account_id from conversation k where k.brand_id = current_brand() and k.id = :id)
                      and c.standing in ('SHOWN', 'HELD') and c.gone_at is null and c.erased_at is null
                    order by c.at desc, c.id desc limit :most) c
                order by at, id
                """)
                .param("id", conversation.value())
                .param("most", MOST)
                .query((row, n) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var profile = row.getLong("profile_id");
        return new Line(
                row.getLong("id"),
                row.getBoolean("us"),
                profile == 0 ? row.getString("speaker") : Long.toString(profile),
                row.getTimestamp("at").toInstant(),
                Listings.mood(row.getObject("mood")),
                Marks.of(row.getInt("marks")),
                row.getString("text"));
    }
}
