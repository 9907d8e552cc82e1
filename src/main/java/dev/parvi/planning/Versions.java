package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How posts read on each account. */
@Repository
class Versions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Versions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    VersionId add(PostId post, Draft.Own own, Content content) {
        return with(own, content, jdbc.sql("""
                insert into version (brand_id, post_id, account_id, text, title, parts, comments, link, excerpt, category, tracked,
                        pictures, content)
                values (current_brand(), :post, :account, :text, :title, :parts, :comments, :link, :excerpt, :category, :tracked,
                        :pictures, cast(:content as jsonb))
                returning id
                """))
                .param("post", post.value())
                .param("account", own.account().value())
                .query((row, n) -> new VersionId(row.getLong(1)))
                .single();
    }

    void put(VersionId id, Draft.Own own, Content content) {
        with(own, content, jdbc.sql("""
                update version set text = :text, title = :title, parts = :parts, comments = :comments, link = :link,
                       excerpt = :excerpt, category = :category, tracked = :tracked, pictures = :pictures, content = cast(:content as jsonb)
                where id = :id
                """)).param("id", id.value()).update();
    }

    List<Version> of(PostId post) {
        return jdbc.sql("select * from version where post_id = :post order by id")
                .param("post", post.value())
                .query((row, n) -> version(row))
                .list();
    }

    List<Version> of(Collection<PostId> posts) {
        return jdbc.sql("select * from version where post_id = any(:posts) order by id")
                .param("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .query((row, n) -> version(row))
                .list();
    }

    /** Holds them until the transaction ends: a claim comes wholly before the change, and is seen, or after it. */
    List<Version> locked(PostId post) {
        return jdbc.sql("select * from version where post_id = :post order by id for update")
                .param("post", post.value())
                .query((row, n) -> version(row))
                .list();
    }

    void delete(VersionId id) {
        jdbc.sql("delete from version where id = :id").param("id", id.value()).update();
    }

    private StatementSpec with(Draft.Own own, Content content, StatementSpec statement) {
        var words = own.words();
        var said = words == null ? Wording.empty() : words;
        var pictures = own.pictures();
        return statement
                .param("text", words == null ? null : words.text())
                .param("title", said.title())
                .param("parts", said.parts().toArray(String[]::new))
                .param("comments", said.comments().toArray(String[]::new))
                .param("link", said.link())
                .param("excerpt", said.excerpt())
                .param("category", said.category())
                .param("tracked", said.tracked())
                .param("pictures", pictures == null ? null : pictures.toArray(Long[]::new))
                .param("content", json.writeValueAsString(content));
    }

    private Version version(ResultSet row) throws SQLException {
        var planned = row.getObject("planned_at", OffsetDateTime.class);
        return new Version(
                new VersionId(row.getLong("id")),
                new PostId(row.getLong("post_id")),
                new AccountId(row.getLong("account_id")),
                row.getString("text") == null ? null : Posts.words(row),
                pictures(row),
                json.readValue(row.getString("content"), Content.class),
                planned == null ? null : planned.toInstant(),
                row.getObject("sealed_at") != null);
    }

    private static @Nullable List<Long> pictures(ResultSet row) throws SQLException {
        var array = row.getArray("pictures");
        return array == null ? null : List.of((Long[]) array.getArray());
    }
}
