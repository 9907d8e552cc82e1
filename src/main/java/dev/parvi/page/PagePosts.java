package dev.parvi.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The posts on the page of the brand whose scope it is. */
@Repository
class PagePosts {

    private static final String POST = """
            select p.*,
                (select count(*) from page_like l where l.brand_id = p.brand_id and l.post_id = p.id) as likes,
                (select count(*) from page_comment c
                    where c.brand_id = p.brand_id and c.post_id = p.id and c.state = 'SHOWN') as comments,
                (select count(*) from page_like l
                    where l.brand_id = p.brand_id and l.post_id = p.id and l.visitor = :visitor) > 0 as liked
            from page_post p
            """;
    private static final byte[] NOBODY = new byte[0];

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PagePosts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A post's name and address, and where it stands in a thread. */
    record Row(
            long id,
            String slug,
            @Nullable Long thread,
            @Nullable String threadSlug,
            boolean removed) {}

    /** Does nothing where the key is known. @param tell whether followers are to be told of it */
    void add(
            String key,
            String slug,
            PostDraft draft,
            @Nullable Long thread,
            @Nullable Long quoted,
            boolean tell,
            Instant now) {
        jdbc.sql("""
                insert into page_post (brand_id, key, slug, thread_id, parent_id, title, text, language, tags, pictures,
                    card, quote, quote_id, media, published_at, changed_at, told)
                values (current_brand(), :key, :slug, :thread, :parent, :title, :text, :language, :tags, :pictures::jsonb,
                    :card::jsonb, :quote::jsonb, :quoted, :media, :at, :now, :told)
                on conflict (brand_id, key) do nothing
                """)
                .param("key", key)
                .param("slug", slug)
                .param("thread", thread)
                .param("parent", draft.parent())
                .param("title", draft.title())
                .param("text", draft.text())
                .param("language", draft.language())
                .param("tags", draft.tags().toArray(String[]::new))
                .param("pictures", json.writeValueAsString(draft.pictures()))
                .param("card", draft.card() == null ? null : json.writeValueAsString(draft.card()))
                .param("quote", draft.quote() == null ? null : json.writeValueAsString(draft.quote()))
                .param("quoted", quoted)
                .param("media", media(draft))
                .param("at", draft.at().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("told", tell && thread == null ? 0L : null)
                .update();
    }

    Optional<Row> byKey(String key) {
        return row("p.key = :value", key);
    }

    Optional<Row> byId(long id) {
        return row("p.id = :value", id);
    }

    Optional<Row> bySlug(String slug) {
        return row("p.slug = :value", slug);
    }

    private Optional<Row> row(String which, Object value) {
        return jdbc.sql("""
                select p.id, p.slug, p.thread_id, t.slug as thread_slug,
                    (p.removed_at is not null or t.removed_at is not null) as removed
                from page_post p left join page_post t on t.brand_id = p.brand_id and t.id = p.thread_id
                where """ + " " + which)
                .param("value", value)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("slug"),
                        row.getObject("thread_id", Long.class),
                        row.getString("thread_slug"),
                        row.getBoolean("removed")))
                .optional();
    }

    void remove(long id, Instant now) {
        jdbc.sql(
                        "update page_post set removed_at = :now, changed_at = :now, told = null where id = :id and removed_at is null")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** First parts only, newest first, those older than the post given. */
    List<PagePost> latest(int most, @Nullable Long before, byte @Nullable [] visitor) {
        var older = before == null
                ? ""
                : "and (p.published_at, p.id) < (select b.published_at, b.id from page_post b where b.id = :before)";
        return jdbc.sql(POST + "where p.thread_id is null and p.removed_at is null " + older
                        + " order by p.published_at desc, p.id desc limit :most")
                .param("most", most)
                .param("before", before)
                .param("visitor", visitor == null ? NOBODY : visitor)
                .query((row, n) -> post(row))
                .list();
    }

    List<PagePost> all(Collection<Long> ids, byte @Nullable [] visitor) {
        return jdbc.sql(POST + "where p.id = any(:ids) and p.removed_at is null")
                .param("ids", ids.toArray(Long[]::new))
                .param("visitor", visitor == null ? NOBODY : visitor)
                .query((row, n) -> post(row))
                .list();
    }

    /** Puts to each post what follows it in its thread and what it quotes: two queries for any number of posts. */
    List<PagePost> whole(List<PagePost> posts) {
        if (posts.isEmpty()) {
            return posts;
        }
        var parts = parts(posts.stream().map(PagePost::id).toList());
        var quotes =
                quotes(Stream.concat(posts.stream(), parts.values().stream().flatMap(List::stream))
                        .filter(post -> post.quote() != null)
                        .map(PagePost::id)
                        .toList());
        return posts.stream()
                .map(post -> post.with(
                        parts.getOrDefault(post.id(), List.of()).stream()
                                .map(part -> part.with(List.of(), quotes.get(part.id())))
                                .toList(),
                        quotes.get(post.id())))
                .toList();
    }

    private Map<Long, List<PagePost>> parts(List<Long> threads) {
        return jdbc
                .sql("""
                select p.*, 0 as likes, 0 as comments, false as liked from page_post p
                where p.thread_id = any(:threads) and p.removed_at is null order by p.id
                """)
                .param("threads", threads.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("thread_id"), post(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What posts quote of this page, by the post that quotes it. */
    private Map<Long, PagePost> quotes(List<Long> quoting) {
        if (quoting.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select q.id as quoting, p.*, 0 as likes, 0 as comments, false as liked
                from page_post q join page_post p on p.brand_id = q.brand_id and p.id = q.quote_id
                where q.id = any(:quoting) and p.removed_at is null
                """)
                .param("quoting", quoting.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("quoting"), post(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether a post that stands on the page shows this picture. */
    boolean shows(String hash) {
        return jdbc.sql("""
                select exists (select from page_post p left join page_post t on t.brand_id = p.brand_id and t.id = p.thread_id
                where p.media @> array[:hash]::text[] and p.removed_at is null and t.removed_at is null)
                """).param("hash", hash).query(Boolean.class).single();
    }

    /** A post that some followers weren't told of; {@code told} is the last of those who were. */
    record Untold(long id, long told, String slug, String title, String text, Instant at) {}

    /** The oldest of them, which nobody else is telling of at this moment. */
    Optional<Untold> untold() {
        return jdbc.sql("""
                select id, told, slug, title, text, published_at from page_post where told is not null
                order by id limit 1 for update skip locked
                """)
                .query((row, n) -> new Untold(
                        row.getLong("id"),
                        row.getLong("told"),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getTimestamp("published_at").toInstant()))
                .optional();
    }

    /** @param last the last follower who was told; null where that were all */
    void told(long id, @Nullable Long last) {
        jdbc.sql("update page_post set told = :last where id = :id")
                .param("last", last)
                .param("id", id)
                .update();
    }

    /** When anything on the page last changed; empty where nothing was ever published. */
    Optional<Instant> changed() {
        return Optional.ofNullable(jdbc.sql("select max(changed_at) from page_post")
                        .query((row, n) -> row.getTimestamp(1))
                        .list()
                        .getFirst())
                .map(Timestamp::toInstant);
    }

    private PagePost post(ResultSet row) throws SQLException {
        return new PagePost(
                row.getLong("id"),
                row.getString("key"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("text"),
                List.of(json.readValue(row.getString("pictures"), Picture[].class)),
                card(row.getString("card")),
                card(row.getString("quote")),
                null,
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("language"),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("likes"),
                row.getLong("comments"),
                row.getBoolean("liked"),
                List.of());
    }

    private @Nullable Card card(@Nullable String kept) {
        return kept == null ? null : json.readValue(kept, Card.class);
    }

    private static String[] media(PostDraft draft) {
        return Stream.concat(
                        draft.pictures().stream().map(Picture::hash),
                        Stream.of(draft.card(), draft.quote())
                                .flatMap(card -> Stream.ofNullable(card)
                                        .map(Card::picture)
                                        .flatMap(Stream::ofNullable)))
                .distinct()
                .toArray(String[]::new);
    }
}
