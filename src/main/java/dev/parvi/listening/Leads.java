package dev.parvi.listening;

import dev.parvi.listening.Leading.Lead;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When we and our audience spoke of stories, in the brand whose scope it is. */
@Repository
class Leads {

    private final JdbcClient jdbc;

    Leads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stories that we posted about since then, without those that we had posted about before they were told. */
    List<Lead> since(Instant since) {
        return jdbc.sql("""
                select id, title, seen_at, posted_at, audience_at from story
                where brand_id = current_brand() and posted_at >= :since and posted_at >= first_at order by posted_at, id
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Lead(
                        new StoryId(row.getLong("id")),
                        row.getString("title"),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getTimestamp("posted_at").toInstant(),
                        Items.instant(row.getTimestamp("audience_at"))))
                .list();
    }

    /** A story whose audience's first word is looked for. */
    record Open(StoryId story, Instant first, List<String> words, String language) {}

    /**
     * Told since then, by several sources or posted about or saved, and not spoken of yet as far as we know: those looked for longest ago first.
     */
    List<Open> open(Instant since, Instant now, int most) {
        return jdbc.sql("""
                update story t set looked_at = :now from (
                    select id from story where brand_id = current_brand() and last_at >= :since and audience_at is null and muted_at is null
                      and (sources > 1 or posted_at is not null or saved_at is not null)
                    order by (posted_at is not null) desc, looked_at nulls first, id limit :most) o
                where t.brand_id = current_brand() and t.id = o.id returning t.id, t.first_at, t.words, t.language
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new Open(
                        new StoryId(row.getLong("id")),
                        row.getTimestamp("first_at").toInstant(),
                        List.of((String[]) row.getArray("words").getArray()),
                        row.getString("language")))
                .list();
    }

    /** @param item the one of the story with which it was said, where it wasn't in a conversation of ours */
    void spoken(StoryId story, Instant at, @Nullable ConversationId conversation, @Nullable ItemId item) {
        jdbc.sql("""
                update story set audience_at = :at, audience_conversation = :conversation::bigint, audience_item = :item::bigint
                where brand_id = current_brand() and id = :id and (audience_at is null or audience_at > :at)
                """)
                .param("id", story.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("conversation", conversation == null ? null : conversation.value())
                .param("item", item == null ? null : item.value())
                .update();
    }

    /** The latest post that was looked at. */
    Optional<Instant> covered() {
        return jdbc.sql("select covered_at from story_book where brand_id = current_brand() and covered_at is not null")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void covered(Instant until) {
        jdbc.sql("update story_book set covered_at = :at where brand_id = current_brand()")
                .param("at", until.atOffset(ZoneOffset.UTC))
                .update();
    }
}
