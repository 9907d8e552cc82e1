package dev.parvi.publishing;

import dev.parvi.listening.Coverage.Post;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Posts as they went out, on whatever accounts, in the brand whose scope it is. */
@Repository
class PostsOut {

    private static final String OUT = """
            select d.post_id, min(d.published_at) as at, coalesce(max(d.content ->> 'title'), '') as title,
                left(coalesce(string_agg(distinct d.content ->> 'text', chr(10)), ''), 20000) as text,
                array_remove(array_agg(distinct d.content ->> 'link'), null) as links
            from delivery d
            where d.brand_id = current_brand() and d.state = 'PUBLISHED' and d.published_at >= :since and d.post_id is not null
              and d.removed_at is null and (:all or d.post_id = any(:posts))
            group by d.post_id order by min(d.published_at), d.post_id limit :most
            """;

    private final JdbcClient jdbc;

    PostsOut(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Post> since(Instant since, int most) {
        return posts(jdbc.sql(OUT)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("all", true)
                .param("posts", new Long[0])
                .param("most", most));
    }

    List<Post> of(Collection<PostId> posts) {
        return posts(jdbc.sql(OUT)
                .param("since", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .param("all", false)
                .param("posts", array(posts))
                .param("most", posts.size()));
    }

    private static List<Post> posts(StatementSpec asked) {
        return asked.query((row, n) -> new Post(
                        new PostId(row.getLong("post_id")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("title"),
                        row.getString("text"),
                        List.of((String[]) row.getArray("links").getArray()),
                        null))
                .list();
    }

    Set<DeliveryId> deliveries(Collection<PostId> posts) {
        return jdbc.sql("""
                select id from delivery where brand_id = current_brand() and post_id = any(:posts) and state = 'PUBLISHED'
                """)
                .param("posts", array(posts))
                .query((row, n) -> new DeliveryId(row.getLong(1)))
                .set();
    }

    private static Long[] array(Collection<PostId> posts) {
        return posts.stream().map(PostId::value).toArray(Long[]::new);
    }
}
