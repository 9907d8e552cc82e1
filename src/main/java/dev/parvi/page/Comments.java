package dev.parvi.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said under the posts of the page of the brand whose scope it is. */
@Repository
class Comments {

    private static final int MOST_UNDER_ONE = 2_000;

    /** Takes the brand's next number, before anything else is locked. */
    static final String TICK = """
            with tick as (
                insert into page_tick (brand_id, n) values (current_brand(), 1)
                on conflict (brand_id) do update set n = page_tick.n + 1 returning n)
            """;

    private static final byte[] NOBODY = new byte[0];

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long post, @Nullable Long parent, Remark remark, byte[] visitor, Comment.State state, Instant now) {
        return jdbc.sql(TICK + """
                insert into page_comment (brand_id, post_id, parent_id, name, email, text, visitor, state, made_at, change)
                values (current_brand(), :post, :parent, :name, :email, :text, :visitor, :state, :now, (select n from tick))
                returning id
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
    void add(String key, @Nullable Long post, @Nullable Long parent, String name, String text, Instant at) {
        jdbc.sql(TICK + """
                insert into page_comment (brand_id, key, post_id, parent_id, name, text, visitor, state, made_at, change)
                values (current_brand(), :key, :post, :parent, :name, :text, :nobody, 'SHOWN', :at, (select n from tick))
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
                select c.id, coalesce(p.slug, 'reviews') as slug, (c.state = 'DELETED' or p.removed_at is not null) as removed
                from page_comment c left join page_post p on p.brand_id = c.brand_id and p.id = c.post_id
                where c.key = :key
                """)
                .param("key", key)
                .query((row, n) -> new Own(row.getLong("id"), row.getString("slug"), row.getBoolean("removed")))
                .optional();
    }

    /** Oldest first: those that are shown, those taken away (without words), and the visitor's own that wait. */
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
                select c.*, coalesce(p.slug, 'reviews') as slug, coalesce(p.title, '') as title,
                    coalesce(left(p.text, 200), '') as post_text
                from page_comment c left join page_post p on p.brand_id = c.brand_id and p.id = c.post_id
                where c.state = :state and p.removed_at is null and c.id < :before order by c.id desc limit :most
                """)
                .param("state", state.name())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query((row, n) -> new Remarked(comment(row), row.getString("slug"), headline(row)))
                .list();
    }

    /** How many stand in each state; those of deleted posts are left out. */
    Map<Comment.State, Long> counts() {
        var counts = new EnumMap<Comment.State, Long>(Comment.State.class);
        jdbc.sql("""
                select c.state, count(*) from page_comment c left join page_post p on p.brand_id = c.brand_id and p.id = c.post_id
                where p.removed_at is null group by c.state
                """)
                .query((row, n) -> counts.put(Comment.State.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    /** Whether its words are gone for good. */
    boolean erased(long id) {
        return jdbc.sql("select exists (select from page_comment where id = :id and erased_at is not null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static String headline(ResultSet row) throws SQLException {
        var title = row.getString("title");
        return title.isBlank() ? Prose.beginning(row.getString("post_text"), 70) : title;
    }

    /** Of what was deleted nobody reads the words, though they are kept until they are erased. */
    static Comment comment(ResultSet row) throws SQLException {
        var state = Comment.State.valueOf(row.getString("state"));
        var gone = state == Comment.State.DELETED;
        var edited = row.getTimestamp("edited_at");
        return new Comment(
                row.getLong("id"),
                row.getObject("post_id", Long.class),
                row.getObject("parent_id", Long.class),
                gone ? "" : row.getString("name"),
                gone ? "" : row.getString("email"),
                gone ? "" : row.getString("text"),
                state,
                row.getTimestamp("made_at").toInstant(),
                row.getString("key") != null,
                row.getObject("stars", Integer.class),
                edited == null ? null : edited.toInstant());
    }
}
