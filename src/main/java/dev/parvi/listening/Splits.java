package dev.parvi.listening;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members said of stories: that two are others, that two are one; in the brand whose scope it is. */
@Repository
class Splits {

    private final JdbcClient jdbc;

    Splits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apart(StoryId one, StoryId other, MemberId by, Instant now) {
        jdbc.sql("""
                insert into story_apart (brand_id, story_id, other_id, member_id, at)
                values (current_brand(), :one, :other, :by, :now), (current_brand(), :other, :one, :by, :now)
                on conflict do nothing
                """)
                .param("one", one.value())
                .param("other", other.value())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<StoryId> apartFrom(StoryId story) {
        return jdbc.sql(
                        "select other_id from story_apart where brand_id = current_brand() and story_id = :id order by other_id")
                .param("id", story.value())
                .query((row, n) -> new StoryId(row.getLong(1)))
                .list();
    }

    /** {@code from} is one with {@code into} from now on; what was apart from it is apart from that. */
    void merged(StoryId from, StoryId into, MemberId by, Instant now) {
        jdbc.sql("""
                with others as (
                    select other_id from story_apart where brand_id = current_brand() and story_id = :from and other_id <> :into),
                apart as (
                    insert into story_apart (brand_id, story_id, other_id, member_id, at)
                    select current_brand(), each.a, each.b, :by, :now from others o
                    cross join lateral (values (:into::bigint, o.other_id), (o.other_id, :into::bigint)) each (a, b)
                    on conflict do nothing),
                earlier as (
                    update story_merged set into_id = :into where brand_id = current_brand() and into_id = :from)
                insert into story_merged (brand_id, story_id, into_id, member_id, at) values (current_brand(), :from, :into, :by, :now)
                """)
                .param("from", from.value())
                .param("into", into.value())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Where a story went that was merged; itself where it wasn't. */
    StoryId now(StoryId story) {
        return jdbc.sql("select into_id from story_merged where brand_id = current_brand() and story_id = :id")
                .param("id", story.value())
                .query((row, n) -> new StoryId(row.getLong(1)))
                .optional()
                .orElse(story);
    }
}
