package dev.parvi.planning;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the brand wants to say. */
@Repository
class Posts {

    private final JdbcClient jdbc;

    Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PostId add(MemberId author, String language, Instant now) {
        return jdbc.sql("""
                insert into post (brand_id, language, author_id, changed_by, made_at, changed_at)
                values (current_brand(), :language, :author, :author, :now, :now) returning id
                """)
                .param("language", language)
                .param("author", author.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new PostId(row.getLong(1)))
                .single();
    }

    Optional<Post> get(PostId id) {
        return jdbc.sql("select * from post where id = :id")
                .param("id", id.value())
                .query((row, n) -> post(row))
                .optional();
    }

    /** Holds the post until the transaction ends, so that two saves come one after the other. */
    Optional<Post> locked(PostId id) {
        return jdbc.sql("select * from post where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> post(row))
                .optional();
    }

    /** Which window saved last. */
    String window(PostId id) {
        return jdbc.sql("select window_id from post where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    void put(PostId id, Draft draft, int revision, MemberId by, Instant now) {
        var pillar = draft.pillar();
        jdbc.sql("""
                update post set title = :title, text = :text, parts = :parts, comments = :comments, link = :link,
                       excerpt = :excerpt, category = :category, tracked = :tracked, quote = :quote, tags = :tags, language = :language, pillar_id = :pillar, revision = :revision,
                       window_id = :window, changed_by = :by, changed_at = :now
                where id = :id
                """)
                .param("title", draft.words().title())
                .param("text", draft.words().text())
                .param("parts", draft.words().parts().toArray(String[]::new))
                .param("comments", draft.words().comments().toArray(String[]::new))
                .param("link", draft.words().link())
                .param("excerpt", draft.words().excerpt())
                .param("category", draft.words().category())
                .param("tracked", draft.words().tracked())
                .param("quote", draft.quote())
                .param("tags", draft.tags().toArray(String[]::new))
                .param("language", draft.language())
                .param("pillar", pillar == null ? null : pillar.value())
                .param("revision", revision)
                .param("window", draft.window())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void state(PostId id, PostState state) {
        jdbc.sql("update post set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void delete(PostId id) {
        jdbc.sql("delete from post where id = :id").param("id", id.value()).update();
    }

    static Post post(ResultSet row) throws SQLException {
        var pillar = row.getLong("pillar_id");
        var author = new MemberId(row.getLong("author_id"));
        var changer = row.getLong("changed_by");
        return new Post(
                new PostId(row.getLong("id")),
                words(row),
                row.getString("quote"),
                texts(row, "tags"),
                row.getString("language"),
                pillar == 0 ? null : new PillarId(pillar),
                PostState.valueOf(row.getString("state")),
                row.getInt("revision"),
                author,
                instant(row, "made_at"),
                changer == 0 ? author : new MemberId(changer),
                instant(row, "changed_at"));
    }

    static Wording words(ResultSet row) throws SQLException {
        return new Wording(
                row.getString("title"),
                row.getString("text"),
                texts(row, "parts"),
                texts(row, "comments"),
                row.getString("link"),
                row.getString("excerpt"),
                row.getString("category"),
                row.getBoolean("tracked"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
