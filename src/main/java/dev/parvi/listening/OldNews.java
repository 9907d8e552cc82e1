package dev.parvi.listening;

import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What nobody needs to know of news any more, in the brand whose scope it is. */
@Repository
class OldNews {

    private final JdbcClient jdbc;

    OldNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Neither told nor seen since {@code before}, not saved, and not posted about since {@code posted}; held until the transaction ends. */
    List<StoryId> stories(Instant before, Instant posted, int most) {
        return jdbc.sql("""
                        select id from story where brand_id = current_brand() and last_at < :before and seen_at < :before
                          and saved_at is null and (posted_at is null or posted_at < :posted)
                        order by last_at limit :most for update skip locked
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("posted", posted.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new StoryId(row.getLong(1)))
                .list();
    }

    /** With their items and all that is known of these, but for the names by which their sources would tell them again. */
    void drop(Collection<StoryId> stories, Instant now) {
        var ids = stories.stream().map(StoryId::value).toArray(Long[]::new);
        var items = jdbc.sql(
                        "delete from story_item where brand_id = current_brand() and story_id = any(:ids) returning item_id")
                .param("ids", ids)
                .query((row, n) -> row.getLong(1))
                .list();
        items(items, now);
        jdbc.sql("""
                        with tips as (delete from tip where brand_id = current_brand() and story_id = any(:ids)),
                        ways as (delete from story_merged where brand_id = current_brand() and into_id = any(:ids))
                        delete from story where brand_id = current_brand() and id = any(:ids)
                        """).param("ids", ids).update();
    }

    private void items(Collection<Long> ids, Instant now) {
        jdbc.sql("""
                        with gone as (
                            delete from item where brand_id = current_brand() and id = any(:ids) returning source_id, key),
                        kept as (
                            insert into item_past (brand_id, source_id, key, at) select current_brand(), source_id, key, :now from gone
                            on conflict do nothing),
                        found as (
                            delete from sighting s using gone g
                            where s.brand_id = current_brand() and s.source_id = g.source_id and s.key = g.key),
                        versions as (delete from item_version where brand_id = current_brand() and item_id = any(:ids)),
                        picked as (delete from topic_match where brand_id = current_brand() and item_id = any(:ids)),
                        moods as (delete from item_mood where brand_id = current_brand() and item_id = any(:ids))
                        delete from trait where brand_id = current_brand() and item_id = any(:ids)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of each source only so many names, the latest. */
    void thin(int most) {
        jdbc.sql("""
                        delete from item_past p using (
                            select source_id, key, row_number() over (partition by source_id order by at desc, key) as n
                            from item_past where brand_id = current_brand()) ranked
                        where p.brand_id = current_brand() and p.source_id = ranked.source_id and p.key = ranked.key and ranked.n > :most
                        """).param("most", most).update();
    }

    /** Of what members were told, and lists of feeds that were taken in. */
    void told(Instant before) {
        for (var sql : List.of(
                "delete from topic_told where brand_id = current_brand() and told_at < :before",
                "delete from topic_alert where brand_id = current_brand() and at < :before",
                "delete from topic where brand_id = current_brand() and removed_at < :before",
                "delete from source_import where brand_id = current_brand() and at < :before")) {
            jdbc.sql(sql).param("before", before.atOffset(ZoneOffset.UTC)).update();
        }
    }

    void rises(Instant before) {
        jdbc.sql("delete from rise where brand_id = current_brand() and at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
