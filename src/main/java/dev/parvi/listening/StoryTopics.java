package dev.parvi.listening;

import dev.parvi.shared.StoryId;
import dev.parvi.shared.TopicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which topics stories are about, in the brand whose scope it is. */
@Repository
class StoryTopics {

    private static final int OFFERED = 500;

    private final JdbcClient jdbc;

    StoryTopics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    List<TopicChoice> all() {
        return jdbc.sql(
                        "select id, name from topic where brand_id = current_brand() and removed_at is null order by lower(name), id limit :most")
                .param("most", OFFERED)
                .query((row, n) -> new TopicChoice(new TopicId(row.getLong("id")), row.getString("name")))
                .list();
    }

    /** The names of those that picked at least one item, by name; not muted ones. */
    Map<StoryId, List<String>> of(Collection<StoryId> stories) {
        var found = new HashMap<StoryId, List<String>>();
        jdbc.sql("""
                        select distinct i.story_id, t.id, t.name
                        from story_item i
                        join topic_match m on m.brand_id = i.brand_id and m.item_id = i.item_id
                        join topic t on t.brand_id = m.brand_id and t.id = m.topic_id
                        where i.brand_id = current_brand() and i.story_id = any(:stories) and t.removed_at is null and t.muted_at is null
                        order by t.name, t.id
                        """)
                .param("stories", stories.stream().map(StoryId::value).toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(new StoryId(row.getLong("story_id")), key -> new ArrayList<>())
                            .add(row.getString("name"));
                });
        return found;
    }
}
