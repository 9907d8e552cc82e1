package dev.parvi.listening;

import dev.parvi.listening.Told.Telling;
import dev.parvi.listening.Told.Voice;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which items tell which story, in the brand whose scope it is. */
@Repository
class Tellings {

    private static final String NAME = "coalesce(nullif(s.name, ''), nullif(s.title, ''), s.address, '')";

    private final JdbcClient jdbc;
    private final Sources sources;

    Tellings(JdbcClient jdbc, Sources sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** The first first. */
    List<Telling> of(StoryId story, int most) {
        return jdbc.sql("select t.copy_of, t.by_hand, t.likeness, " + NAME + """
                 as name, i.id, i.source_id, i.address, i.title, i.words, i.author, i.language, i.said_at, i.seen_at
                from story_item t join item i on i.brand_id = t.brand_id and i.id = t.item_id
                left join source s on s.brand_id = t.brand_id and s.id = t.source_id
                where t.brand_id = current_brand() and t.story_id = :story order by t.at, t.item_id limit :most
                """)
                .param("story", story.value())
                .param("most", most)
                .query((row, n) -> {
                    var copy = row.getObject("copy_of", Long.class);
                    return new Telling(
                            Items.item(row, n),
                            row.getString("name"),
                            copy == null ? null : new ItemId(copy),
                            row.getBoolean("by_hand"),
                            row.getDouble("likeness"));
                })
                .list();
    }

    private record Spoke(SourceId source, Instant at, int items) {}

    /** Its sources in the order in which they spoke. */
    List<Voice> voices(StoryId story) {
        var spoke = jdbc.sql("""
                select source_id, min(at) as at, count(*) as items from story_item
                where brand_id = current_brand() and story_id = :story group by source_id order by min(at), min(item_id)
                """)
                .param("story", story.value())
                .query((row, n) -> new Spoke(
                        new SourceId(row.getLong("source_id")),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("items")))
                .list();
        var known = sources.of(spoke.stream().map(Spoke::source).toList()).stream()
                .collect(Collectors.toMap(Source::id, each -> each));
        var voices = new ArrayList<Voice>();
        for (var each : spoke) {
            var source = known.get(each.source());
            if (source != null) {
                voices.add(new Voice(source, voices.size() + 1, each.at(), each.items()));
            }
        }
        return voices;
    }

    /** Of these items, those that tell the story. */
    Set<ItemId> telling(StoryId story, Collection<ItemId> items) {
        return jdbc.sql("""
                        select item_id from story_item where brand_id = current_brand() and story_id = :story and item_id = any(:items)
                        """)
                .param("story", story.value())
                .param("items", items.stream().map(ItemId::value).toArray(Long[]::new))
                .query((row, n) -> new ItemId(row.getLong(1)))
                .set();
    }

    Optional<StoryId> storyOf(ItemId item) {
        return jdbc.sql("select story_id from story_item where brand_id = current_brand() and item_id = :item")
                .param("item", item.value())
                .query((row, n) -> new StoryId(row.getLong(1)))
                .optional();
    }

    int count(StoryId story) {
        return jdbc.sql("select count(*) from story_item where brand_id = current_brand() and story_id = :story")
                .param("story", story.value())
                .query(Integer.class)
                .single();
    }

    /** Puts items to another story, by hand. */
    void move(Collection<ItemId> items, StoryId into) {
        jdbc.sql("""
                update story_item set story_id = :into, by_hand = true, copy_of = null
                where brand_id = current_brand() and item_id = any(:items)
                """)
                .param("into", into.value())
                .param("items", items.stream().map(ItemId::value).toArray(Long[]::new))
                .update();
    }

    void moveAll(StoryId from, StoryId into) {
        jdbc.sql("""
                update story_item set story_id = :into, by_hand = true where brand_id = current_brand() and story_id = :from
                """).param("into", into.value()).param("from", from.value()).update();
    }

    /** Addresses of its items, at most 50. */
    List<String> addresses(StoryId story) {
        return jdbc.sql("""
                select distinct i.address from story_item t join item i on i.brand_id = t.brand_id and i.id = t.item_id
                where t.brand_id = current_brand() and t.story_id = :story and i.address <> '' limit 50
                """)
                .param("story", story.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
