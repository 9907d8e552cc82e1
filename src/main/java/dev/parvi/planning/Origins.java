package dev.parvi.planning;

import dev.parvi.shared.PostId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which posts were made of which stories, in the brand whose scope it is. */
@Repository
class Origins {

    private final JdbcClient jdbc;

    Origins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PostId post, StoryId story, Instant now) {
        jdbc.sql("""
                        insert into post_story (brand_id, post_id, story_id, at) values (current_brand(), :post, :story, :now)
                        on conflict (brand_id, post_id) do nothing
                        """)
                .param("post", post.value())
                .param("story", story.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of these posts those that were made of a story. */
    Map<PostId, StoryId> of(Collection<PostId> posts) {
        var found = new LinkedHashMap<PostId, StoryId>();
        jdbc.sql("select post_id, story_id from post_story where brand_id = current_brand() and post_id = any(:posts)")
                .param("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .query(row -> {
                    found.put(new PostId(row.getLong("post_id")), new StoryId(row.getLong("story_id")));
                });
        return found;
    }

    /** The posts of a story, the latest first, with the beginning of their words. */
    Map<PostId, String> made(StoryId story) {
        var found = new LinkedHashMap<PostId, String>();
        jdbc.sql("""
                        select o.post_id, regexp_replace(left(coalesce(nullif(p.title, ''), p.text), 91), '^(.{89}).{2,}$', '\1…') as said
                        from post_story o join post p on p.brand_id = o.brand_id and p.id = o.post_id
                        where o.brand_id = current_brand() and o.story_id = :story order by o.post_id desc
                        """).param("story", story.value()).query(row -> {
            found.put(new PostId(row.getLong("post_id")), row.getString("said"));
        });
        return found;
    }
}
