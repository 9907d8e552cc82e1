package dev.parvi.listening;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.StoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stories that members passed on to each other, in the brand whose scope it is. */
@Repository
class Tips {

    private static final String SELECT = """
            select coalesce(m.into_id, t.story_id) as story_id, s.title, t.by_member, b.name as by_name, t.to_member, c.name as to_name, t.words, t.at,
                t.seen_at
            from tip t
            left join story_merged m on m.brand_id = t.brand_id and m.story_id = t.story_id
            join story s on s.brand_id = t.brand_id and s.id = coalesce(m.into_id, t.story_id)
            join member b on b.id = t.by_member
            join member c on c.id = t.to_member
            where t.brand_id = current_brand()
            """;

    private final JdbcClient jdbc;

    Tips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(StoryId story, MemberId by, MemberId to, String words, Instant now) {
        jdbc.sql("""
                        insert into tip (brand_id, story_id, by_member, to_member, words, at)
                        values (current_brand(), :story, :by, :to, :words, :now)
                        """)
                .param("story", story.value())
                .param("by", by.value())
                .param("to", to.value())
                .param("words", words)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest first. */
    List<Tip> on(StoryId story) {
        return jdbc.sql(SELECT + " and s.id = :story order by t.id desc")
                .param("story", story.value())
                .query((row, n) -> tip(row))
                .list();
    }

    /** What this member was given and hasn't looked at, the latest first. */
    List<Tip> waiting(MemberId member, int most) {
        return jdbc.sql(SELECT + " and t.to_member = :member and t.seen_at is null order by t.id desc limit :most")
                .param("member", member.value())
                .param("most", most)
                .query((row, n) -> tip(row))
                .list();
    }

    /** @param story or any that was merged into it */
    void seen(StoryId story, MemberId member, Instant now) {
        jdbc.sql("""
                        update tip set seen_at = :now where brand_id = current_brand() and to_member = :member and seen_at is null
                        and (story_id = :story or story_id in (
                            select m.story_id from story_merged m where m.brand_id = current_brand() and m.into_id = :story))
                        """)
                .param("story", story.value())
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Tip tip(ResultSet row) throws SQLException {
        return new Tip(
                new StoryId(row.getLong("story_id")),
                row.getString("title"),
                new MemberId(row.getLong("by_member")),
                row.getString("by_name"),
                new MemberId(row.getLong("to_member")),
                row.getString("to_name"),
                row.getString("words"),
                row.getTimestamp("at").toInstant(),
                Items.instant(row.getTimestamp("seen_at")));
    }
}
