package dev.parvi.community;

import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts what went on in conversations, in the brand whose scope it is: of those asked for only, through the index of their
 * comments, so that it takes as long as they are and not as there are others.
 */
@Repository
class Exchanges {

    private static final String COUNT = """
            with recursive said as materialized (
                select conversation_id talk, key, parent_key, us, at,
                    case when us then 'us' else coalesce(profile_id::text, 'n ' || speaker) end who
                from comment
                where brand_id = current_brand() and conversation_id = any(:ids)
                  and standing in ('SHOWN', 'HELD') and gone_at is null and erased_at is null),
            tree as (
                select s.talk, s.key, 1 depth
                from said s left join said p on p.talk = s.talk and p.key = s.parent_key and p.key <> s.key
                where p.key is null
                union all
                select s.talk, s.key, t.depth + 1
                from tree t join said s on s.talk = t.talk and s.parent_key = t.key and s.key <> s.parent_key
                where t.depth < :deepest),
            deep as (select talk, max(depth) depth from tree group by 1),
            answer as (
                select s.talk, s.us, s.at, p.key asked, p.us to_us
                from said s join said p on p.talk = s.talk and p.key = s.parent_key and p.who <> s.who),
            answers as (
                select talk, count(*) filter (where not us and not to_us) among, count(*) filter (where us) ours,
                    count(distinct asked) filter (where not to_us) answered, count(distinct asked) filter (where us) by_us,
                    min(at) filter (where not us and not to_us) first_among
                from answer group by 1),
            sums as (
                select talk, count(distinct who) filter (where not us) people, count(*) filter (where not us) said,
                    min(at) filter (where not us) first_at
                from said group by 1),
            word as (
                select s.talk, min(s.at) at from said s join sums f on f.talk = s.talk where s.us and s.at > f.first_at group by 1)
            select s.talk, s.people, s.said, d.depth, coalesce(a.among, 0) among, coalesce(a.ours, 0) ours,
                coalesce(a.answered, 0) answered, coalesce(a.by_us, 0) by_us,
                extract(epoch from least(a.first_among, w.at) - s.first_at)::bigint first_seconds,
                w.at is not null and (a.first_among is null or w.at <= a.first_among) first_by_us
            from sums s left join deep d using (talk) left join answers a using (talk) left join word w using (talk)
            """;

    private final JdbcClient jdbc;

    Exchanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in which nothing is to be read are missing. */
    Map<ConversationId, Exchange> of(Collection<ConversationId> ids) {
        var found = new HashMap<ConversationId, Exchange>();
        jdbc.sql(COUNT)
                .param("ids", ids.stream().map(ConversationId::value).toArray(Long[]::new))
                .param("deepest", Exchange.DEEPEST)
                .query(row -> {
                    found.put(new ConversationId(row.getLong("talk")), exchange(row));
                });
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
                  and c.standing = 'SHOWN' and c.gone_at is null and c.erased_at is null
                order by c.at desc, c.id desc limit 1
                """)
                .param("id", id.value())
                .query((row, n) -> new Last(new CommentId(row.getLong("id")), row.getString("who")))
                .optional();
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        return new Exchange(
                row.getInt("people"),
                row.getInt("depth"),
                row.getInt("said"),
                row.getInt("among"),
                row.getInt("ours"),
                row.getInt("answered"),
                row.getInt("by_us"),
                duration(row.getObject("first_seconds", Long.class)),
                row.getBoolean("first_by_us"));
    }

    private static @Nullable Duration duration(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(Math.max(0, seconds));
    }
}
