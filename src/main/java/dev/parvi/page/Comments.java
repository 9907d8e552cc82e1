package dev.parvi.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said under the posts of the page of the brand whose scope it is. */
@Repository
class Comments {

    private static final int MOST_UNDER_ONE = 2_000;
    private static final byte[] NOBODY = new byte[0];

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long post, @Nullable Long parent, Remark remark, byte[] visitor, Comment.State state, Instant now) {
        return jdbc.sql("""
                insert into page_comment (brand_id, post_id, parent_id, name, email, text, visitor, state, made_at)
                values (current_brand(), :post, :parent, :name, :email, :text, :visitor, :state, :now) returning id
                """)
                .param("post", post)
                .param("parent", parent)
                .param("name", remark.name().strip())
                .param("email", remark.email().strip())
                .param("text", remark.text().strip())
                .param("visitor", visitor)
                .param("state", state.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** What the brand itself says; does nothing where the key is known. */
    void add(String key, long post, @Nullable Long parent, String name, String text, Instant at) {
        jdbc.sql("""
                insert into page_comment (brand_id, key, post_id, parent_id, name, text, visitor, state, made_at)
                values (current_brand(), :key, :post, :parent, :name, :text, :nobody, 'SHOWN', :at)
                on conflict (brand_id, key) do nothing
                """)
                .param("key", key)
                .param("post", post)
                .param("parent", parent)
                .param("name", name)
                .param("text", text)
                .param("nobody", NOBODY)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param slug of the post it stands under */
    record Own(long id, String slug, boolean removed) {}

    Optional<Own> own(String key) {
        return jdbc.sql("""
                select c.id, p.slug, (c.state = 'DELETED' or p.removed_at is not null) as removed
                from page_comment c join page_post p on p.brand_id = c.brand_id and p.id = c.post_id
                where c.key = :key
                """)
                .param("key", key)
                .query((row, n) -> new Own(row.getLong("id"), row.getString("slug"), row.getBoolean("removed")))
                .optional();
    }

    /** Oldest first: those that are shown, those deleted (without words), and the visitor's own that wait. */
    List<Comment> under(long post, byte @Nullable [] visitor) {
        return jdbc.sql("""
                select * from page_comment
                where post_id = :post and (state <> 'HELD' or visitor = :visitor) order by id limit :most
                """)
                .param("post", post)
                .param("visitor", visitor == null ? NOBODY : visitor)
                .param("most", MOST_UNDER_ONE)
                .query((row, n) -> comment(row))
                .list();
    }

    /** Whether somebody has let this visitor in before. */
    boolean known(byte[] visitor) {
        return jdbc.sql("select exists (select from page_comment where visitor = :visitor and state = 'SHOWN')")
                .param("visitor", visitor)
                .query(Boolean.class)
                .single();
    }

    Optional<Comment> get(long id) {
        return jdbc.sql("select * from page_comment where id = :id")
                .param("id", id)
                .query((row, n) -> comment(row))
                .optional();
    }

    /** Newest first, with the posts they stand under; those of deleted posts are left out. */
    List<Remarked> in(Comment.State state, @Nullable Long before, int most) {
        return jdbc.sql("""
                select c.*, p.slug, p.title, left(p.text, 200) as post_text
                from page_comment c join page_post p on p.brand_id = c.brand_id and p.id = c.post_id
                where c.state = :state and p.removed_at is null and c.id < :before order by c.id desc limit :most
                """)
                .param("state", state.name())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query((row, n) -> new Remarked(comment(row), row.getString("slug"), headline(row)))
                .list();
    }

    long count(Comment.State state) {
        return jdbc.sql("""
                select count(*) from page_comment c join page_post p on p.brand_id = c.brand_id and p.id = c.post_id
                where c.state = :state and p.removed_at is null
                """).param("state", state.name()).query(Long.class).single();
    }

    /** @return whether it was held */
    boolean show(long id) {
        return jdbc.sql("update page_comment set state = 'SHOWN' where id = :id and state = 'HELD'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Keeps its place only: name, address and words are gone. */
    boolean delete(long id) {
        return jdbc.sql("""
                update page_comment set state = 'DELETED', name = '', email = '', text = ''
                where id = :id and state <> 'DELETED'
                """).param("id", id).update() == 1;
    }

    private static String headline(ResultSet row) throws SQLException {
        var title = row.getString("title");
        return title.isBlank() ? Prose.beginning(row.getString("post_text"), 70) : title;
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getLong("post_id"),
                row.getObject("parent_id", Long.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("text"),
                Comment.State.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("key") != null);
    }
}
