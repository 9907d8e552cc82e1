package dev.parvi.listening;

import dev.parvi.platform.Columns;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps on stories, and on their sources' records, what follows from their items; in the brand whose scope it is. */
@Repository
class Retellings {

    private final JdbcClient jdbc;
    private final Sources sources;

    Retellings(JdbcClient jdbc, Sources sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** Who has a part in stories of several sources, as it stands. */
    record Parts(Map<SourceId, Integer> told, Map<SourceId, Integer> firsts) {}

    Parts parts(Collection<StoryId> stories) {
        var parts = new Parts(new HashMap<>(), new HashMap<>());
        jdbc.sql("""
                select source_id, place from (
                    select source_id, rank() over w as place, count(*) over (partition by story_id) as many from (
                        select story_id, source_id, min(at) as at, min(item_id) as item from story_item
                        where brand_id = current_brand() and story_id = any(:ids) group by 1, 2) each
                    window w as (partition by story_id order by at, item)) placed
                where many > 1
                """).param("ids", array(stories)).query(row -> {
            var source = new SourceId(row.getLong(1));
            parts.told().merge(source, 1, Integer::sum);
            if (row.getInt(2) == 1) {
                parts.firsts().merge(source, 1, Integer::sum);
            }
        });
        return parts;
    }

    /** After items were put to these stories, or taken from them: stories without any are gone. */
    void retell(Collection<StoryId> stories, Parts before) {
        jdbc.sql("""
                update story t set first_at = c.first_at, last_at = c.last_at, seen_at = c.seen_at, items = c.items, sources = c.sources,
                    first_source = c.first_source, address = i.address,
                    title = case when i.title = '' then left(i.words, 140) else i.title end
                from (
                    select story_id, min(at) as first_at, max(at) as last_at, min(seen_at) as seen_at, count(*) as items,
                        count(distinct source_id) as sources, (array_agg(source_id order by at, item_id))[1] as first_source,
                        (array_agg(item_id order by at, item_id))[1] as first_item
                    from story_item where brand_id = current_brand() and story_id = any(:ids) group by story_id) c
                join item i on i.brand_id = current_brand() and i.id = c.first_item
                where t.brand_id = current_brand() and t.id = c.story_id
                """).param("ids", array(stories)).update();
        jdbc.sql("""
                delete from story t where t.brand_id = current_brand() and t.id = any(:ids) and not exists (
                    select from story_item i where i.brand_id = t.brand_id and i.story_id = t.id)
                """).param("ids", array(stories)).update();
        record(before, parts(stories));
    }

    private void record(Parts before, Parts after) {
        var changes = new LinkedHashMap<SourceId, int[]>();
        add(changes, after.told(), 0, 1);
        add(changes, before.told(), 0, -1);
        add(changes, after.firsts(), 1, 1);
        add(changes, before.firsts(), 1, -1);
        changes.entrySet().stream()
                .filter(each -> each.getValue()[0] != 0 || each.getValue()[1] != 0)
                // Always in one order, so that no two wait for each other.
                .sorted(Map.Entry.comparingByKey((a, b) -> Long.compare(a.value(), b.value())))
                .forEach(each -> sources.record(each.getKey(), each.getValue()[0], each.getValue()[1], 0));
    }

    private static void add(Map<SourceId, int[]> into, Map<SourceId, Integer> counts, int which, int sign) {
        counts.forEach((source, n) -> into.computeIfAbsent(source, key -> new int[2])[which] += sign * n);
    }

    static Long[] array(Collection<StoryId> stories) {
        return stories.stream().map(StoryId::value).toArray(Long[]::new);
    }

    void name(StoryId story, StoryNaming naming) {
        name(Map.of(story, naming));
    }

    /** Words by which stories are found, and stems of their titles. */
    void name(Map<StoryId, StoryNaming> namings) {
        Columns.of(jdbc.sql("""
                        update story t set words = string_to_array(r.words, chr(10)), stems = string_to_array(r.stems, chr(10))
                        from unnest(:ids::bigint[], :words::text[], :stems::text[]) as r (id, words, stems)
                        where t.brand_id = current_brand() and t.id = r.id
                        """), namings.entrySet())
                .number("ids", each -> each.getKey().value())
                .text("words", each -> String.join("\n", each.getValue().words()))
                .text("stems", each -> String.join("\n", each.getValue().stems()))
                .done()
                .update();
    }
}
