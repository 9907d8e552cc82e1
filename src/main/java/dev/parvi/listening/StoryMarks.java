package dev.parvi.listening;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the team did with stories, in the brand whose scope it is. */
@Repository
class StoryMarks {

    private final JdbcClient jdbc;

    StoryMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void seen(Collection<StoryId> stories, MemberId by, Instant now) {
        jdbc.sql("""
                insert into story_seen as s (brand_id, member_id, story_id, at, items)
                select t.brand_id, :by, t.id, :now, t.items from story t where t.brand_id = current_brand() and t.id = any(:ids)
                on conflict (brand_id, member_id, story_id) do update set at = excluded.at, items = excluded.items
                """)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", Retellings.array(stories))
                .update();
    }

    void unseen(Collection<StoryId> stories, MemberId by) {
        jdbc.sql("delete from story_seen where brand_id = current_brand() and member_id = :by and story_id = any(:ids)")
                .param("by", by.value())
                .param("ids", Retellings.array(stories))
                .update();
    }

    /** @param at null takes it back */
    int saved(Collection<StoryId> stories, MemberId by, @Nullable Instant at) {
        return mark("saved_at = :at::timestamptz, saved_by = :by", stories, by, at);
    }

    /** @param at null takes it back */
    int dismissed(Collection<StoryId> stories, MemberId by, @Nullable Instant at) {
        return mark("dismissed_at = :at::timestamptz, dismissed_by = :by", stories, by, at);
    }

    private int mark(String what, Collection<StoryId> stories, MemberId by, @Nullable Instant at) {
        return jdbc.sql("update story set " + what + " where brand_id = current_brand() and id = any(:ids)")
                .param("at", at == null ? null : at.toString())
                .param("by", by.value())
                .param("ids", Retellings.array(stories))
                .update();
    }

    void mute(StoryId story, @Nullable Instant at) {
        jdbc.sql("""
                update story set muted_at = :at::timestamptz, muted_word = '' where brand_id = current_brand() and id = :id
                """)
                .param("at", at == null ? null : at.toString())
                .param("id", story.value())
                .update();
    }
}
