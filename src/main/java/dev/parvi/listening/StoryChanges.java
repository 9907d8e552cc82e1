package dev.parvi.listening;

import dev.parvi.shared.StoryId;
import dev.parvi.text.Likeness;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of whole stories, in the brand whose scope it is. */
@Repository
class StoryChanges {

    /** Of the traits of a story's items so many name it. */
    private static final int NAMING = 20;

    private final JdbcClient jdbc;
    private final Retellings retellings;
    private final KnownTraits traits;

    StoryChanges(JdbcClient jdbc, Retellings retellings, KnownTraits traits) {
        this.jdbc = jdbc;
        this.retellings = retellings;
        this.traits = traits;
    }

    /**
     * Nobody else groups or regroups until this transaction ends.
     *
     * @throws NoSuchStory where one isn't there
     */
    void hold(Collection<StoryId> stories) {
        traits.book();
        var there = jdbc.sql("select id from story where brand_id = current_brand() and id = any(:ids) for update")
                .param("ids", Retellings.array(stories))
                .query((row, n) -> new StoryId(row.getLong(1)))
                .set();
        stories.stream().filter(each -> !there.contains(each)).findFirst().ifPresent(each -> {
            throw new NoSuchStory(each);
        });
    }

    /** A story that begins as a copy of another one, saved where that is. */
    StoryId like(StoryId story) {
        return jdbc.sql("""
                insert into story (brand_id, title, address, language, first_at, last_at, seen_at, first_source, saved_at, saved_by)
                select brand_id, title, address, language, first_at, last_at, seen_at, first_source, saved_at, saved_by
                from story where brand_id = current_brand() and id = :id returning id
                """)
                .param("id", story.value())
                .query((row, n) -> new StoryId(row.getLong(1)))
                .single();
    }

    /** What was saved or muted by hand in one of both is in the one that stays; the audience's first word is the earlier. */
    void inherit(StoryId into, StoryId from) {
        jdbc.sql("""
                update story t set saved_at = coalesce(t.saved_at, o.saved_at), saved_by = coalesce(t.saved_by, o.saved_by),
                    muted_at = coalesce(t.muted_at, o.muted_at), audience_at = least(t.audience_at, o.audience_at),
                    audience_conversation = case when t.audience_at is null or o.audience_at < t.audience_at
                        then o.audience_conversation else t.audience_conversation end
                from story o
                where t.brand_id = current_brand() and t.id = :into and o.brand_id = t.brand_id and o.id = :from
                """).param("into", into.value()).param("from", from.value()).update();
    }

    /** Finds their words anew. */
    void rename(Collection<StoryId> stories) {
        for (var story : stories) {
            var told = traits.telling(story, NAMING);
            if (!told.isEmpty()) {
                retellings.name(story, StoryNaming.of(new Likeness(traits.rarity(told)), told));
            }
        }
    }
}
