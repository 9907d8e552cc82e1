package dev.parvi.listening;

import dev.parvi.listening.Told.How;
import dev.parvi.listening.Told.OurPost;
import dev.parvi.shared.PostId;
import dev.parvi.shared.StoryId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posts of ours about stories, in the brand whose scope it is. */
@Repository
class StoryPosts {

    private final JdbcClient jdbc;
    private final List<Coverage> coverages;

    StoryPosts(JdbcClient jdbc, List<Coverage> coverages) {
        this.jdbc = jdbc;
        this.coverages = coverages;
    }

    /** The first first, without those that went out nowhere any more. */
    List<OurPost> of(StoryId story) {
        var how = new LinkedHashMap<PostId, How>();
        jdbc.sql(
                        "select post_id, how from story_post where brand_id = current_brand() and story_id = :story order by at, post_id")
                .param("story", story.value())
                .query(row -> {
                    how.put(new PostId(row.getLong("post_id")), How.valueOf(row.getString("how")));
                });
        if (how.isEmpty()) {
            return List.of();
        }
        var posts = new ArrayList<Coverage.Post>();
        coverages.forEach(each -> posts.addAll(each.posts(how.keySet())));
        return posts.stream()
                .sorted(Comparator.comparing(Coverage.Post::published))
                .map(each -> new OurPost(each, how.getOrDefault(each.id(), How.WORDS)))
                .toList();
    }

    List<PostId> posts(StoryId story) {
        return jdbc.sql(
                        "select post_id from story_post where brand_id = current_brand() and story_id = :story order by post_id")
                .param("story", story.value())
                .query((row, n) -> new PostId(row.getLong(1)))
                .list();
    }

    /** @return whether it wasn't known, and the story is there */
    boolean add(StoryId story, Coverage.Post post, How how) {
        return jdbc.sql("""
                insert into story_post (brand_id, story_id, post_id, how, at)
                select brand_id, id, :post, :how, :at from story where brand_id = current_brand() and id = :story
                on conflict do nothing
                """)
                        .param("story", story.value())
                        .param("post", post.id().value())
                        .param("how", how.name())
                        .param("at", post.published().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void move(StoryId from, StoryId into) {
        jdbc.sql("""
                with gone as (delete from story_post where brand_id = current_brand() and story_id = :from returning post_id, how, at)
                insert into story_post (brand_id, story_id, post_id, how, at)
                select current_brand(), :into, post_id, how, at from gone on conflict do nothing
                """).param("from", from.value()).param("into", into.value()).update();
    }

    /** Says on the story when the first of its posts went out. */
    void date(StoryId story) {
        jdbc.sql("""
                update story t set posted_at = (select min(p.at) from story_post p where p.brand_id = t.brand_id and p.story_id = t.id)
                where t.brand_id = current_brand() and t.id = :story
                """).param("story", story.value()).update();
    }

    /** Counts it on the record of the source whose item the post links to, else of who was first. */
    void used(StoryId story, Collection<String> links) {
        jdbc.sql("""
                update source s set used = s.used + 1 where s.brand_id = current_brand() and s.id = coalesce(
                    (select i.source_id from story_item t join item i on i.brand_id = t.brand_id and i.id = t.item_id
                     where t.brand_id = current_brand() and t.story_id = :story and i.address = any(:links) order by t.at, t.item_id limit 1),
                    (select first_source from story where brand_id = current_brand() and id = :story))
                """)
                .param("story", story.value())
                .param("links", links.toArray(String[]::new))
                .update();
    }
}
