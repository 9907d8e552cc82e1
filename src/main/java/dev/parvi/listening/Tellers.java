package dev.parvi.listening;

import dev.parvi.listening.Ranked.Teller;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who tells which stories, in the brand whose scope it is. */
@Repository
class Tellers {

    private final JdbcClient jdbc;

    Tellers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they spoke, without muted ones. */
    Map<StoryId, List<Teller>> of(Collection<StoryId> stories) {
        var found = new HashMap<StoryId, List<Teller>>();
        jdbc.sql("""
                        select i.story_id, i.source_id, coalesce(nullif(s.name, ''), nullif(s.title, ''), s.address) as name, s.weight, min(i.at) as at
                        from story_item i join source s on s.brand_id = i.brand_id and s.id = i.source_id
                        where i.brand_id = current_brand() and i.story_id = any(:stories) and s.muted_at is null
                        group by 1, 2, 3, 4 order by at, min(i.item_id)
                        """)
                .param("stories", stories.stream().map(StoryId::value).toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(new StoryId(row.getLong("story_id")), key -> new ArrayList<>())
                            .add(new Teller(
                                    new SourceId(row.getLong("source_id")),
                                    row.getString("name"),
                                    row.getInt("weight"),
                                    row.getTimestamp("at").toInstant()));
                });
        return found;
    }

    /** In which languages there are stories since then, as codes. */
    List<String> languages(Instant since) {
        return jdbc.sql("""
                        select distinct language from story
                        where brand_id = current_brand() and last_at >= :since and language not in ('', 'und') order by 1
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
