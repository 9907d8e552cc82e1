package dev.parvi.planning;

import dev.parvi.shared.IdeaId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ideas of the brand whose scope it is. */
@Repository
class Ideas {

    private static final String COLUMNS = """
            select i.id, i.text, coalesce(i.link, '') as link, i.tags, i.made_at, m.name
            from idea i join member m on m.id = i.author_id
            """;

    private final JdbcClient jdbc;

    Ideas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    IdeaId add(String text, String link, List<String> tags, MemberId author, Instant now) {
        return jdbc.sql("""
                insert into idea (brand_id, text, link, tags, author_id, made_at)
                values (current_brand(), :text, :link, :tags, :author, :now) returning id
                """)
                .param("text", text)
                .param("link", link)
                .param("tags", tags.toArray(String[]::new))
                .param("author", author.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new IdeaId(row.getLong(1)))
                .single();
    }

    /** The latest first, at most 500; with a tag only those that have it. */
    List<Idea> all(String tag) {
        return jdbc.sql(COLUMNS + """
                where :tag = '' or exists (select from unnest(i.tags) each where lower(each) = lower(:tag))
                order by i.made_at desc, i.id desc limit 500
                """)
                .param("tag", tag)
                .query((row, n) -> idea(row))
                .list();
    }

    /** Holds it, so that two clicks make one post. */
    Optional<Idea> locked(IdeaId id) {
        return jdbc.sql(COLUMNS + " where i.id = :id for update of i")
                .param("id", id.value())
                .query((row, n) -> idea(row))
                .optional();
    }

    void remove(IdeaId id) {
        jdbc.sql("delete from idea where id = :id").param("id", id.value()).update();
    }

    private static Idea idea(ResultSet row) throws SQLException {
        return new Idea(
                new IdeaId(row.getLong("id")),
                row.getString("text"),
                row.getString("link"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
