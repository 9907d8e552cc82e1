package dev.parvi.analysis;

import dev.parvi.connector.Reads.Figure;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What networks showed of our posts and when, in the brand whose scope it is. */
@Repository
class Snapshots {

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    Snapshots(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** A value as it was shown from a first reading to a last one. */
    record Value(Figure figure, Instant from, Instant to, String source, long value) {}

    /** A post's figures; what its network doesn't tell is missing. */
    record Latest(AccountId account, Instant posted, Map<Figure, Long> figures, Instant read) {}

    /** What a window's posts came to; {@code null} where there are posts and of none it was told. */
    record Sum(
            int posts,
            int told,
            @Nullable Double reach,
            @Nullable Double reactions) {}

    Optional<Instant> posted(DeliveryId post) {
        return jdbc.sql("select posted_at from post_figure where brand_id = current_brand() and delivery_id = :id")
                .param("id", post.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void keep(
            DeliveryId post, AccountId account, Instant posted, String source, Map<Figure, Long> figures, Instant at) {
        jdbc.sql("""
                insert into post_figure (brand_id, delivery_id, account_id, posted_at, likes, reposts, replies, quotes, views, read_at)
                values (current_brand(), :post, :account, :posted, :likes, :reposts, :replies, :quotes, :views, :at)
                on conflict (brand_id, delivery_id) do update set
                    likes = coalesce(excluded.likes, post_figure.likes), reposts = coalesce(excluded.reposts, post_figure.reposts),
                    replies = coalesce(excluded.replies, post_figure.replies), quotes = coalesce(excluded.quotes, post_figure.quotes),
                    views = coalesce(excluded.views, post_figure.views), read_at = greatest(excluded.read_at, post_figure.read_at)
                """)
                .param("post", post.value())
                .param("account", account.value())
                .param("posted", posted.atOffset(ZoneOffset.UTC))
                .param("likes", figures.get(Figure.LIKES), Types.BIGINT)
                .param("reposts", figures.get(Figure.REPOSTS), Types.BIGINT)
                .param("replies", figures.get(Figure.REPLIES), Types.BIGINT)
                .param("quotes", figures.get(Figure.QUOTES), Types.BIGINT)
                .param("views", figures.get(Figure.VIEWS), Types.BIGINT)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        figures.forEach((figure, value) -> snapshot(post, figure, source, value, at));
    }

    /** The same value again only moves the end of what is there. */
    private void snapshot(DeliveryId post, Figure figure, String source, long value, Instant at) {
        var same = jdbc.sql("""
                        update snapshot s set last_at = greatest(last_at, :at)
                        from (
                            select read_at, value from snapshot
                            where brand_id = current_brand() and delivery_id = :post and figure = :figure order by read_at desc limit 1) last
                        where s.brand_id = current_brand() and s.delivery_id = :post and s.figure = :figure and s.read_at = last.read_at
                          and last.value = :value
                        """)
                .param("post", post.value())
                .param("figure", figure.name())
                .param("value", value)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (same == 0) {
            jdbc.sql("""
                    insert into snapshot (brand_id, delivery_id, figure, read_at, last_at, source, value)
                    values (current_brand(), :post, :figure, :at, :at, :source, :value)
                    on conflict (brand_id, delivery_id, figure, read_at) do update set value = excluded.value
                    """)
                    .param("post", post.value())
                    .param("figure", figure.name())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("source", source)
                    .param("value", value)
                    .update();
        }
    }

    Map<DeliveryId, Latest> latest(Collection<DeliveryId> posts) {
        var found = new HashMap<DeliveryId, Latest>();
        jdbc.sql("select * from post_figure where brand_id = current_brand() and delivery_id = any(:posts)")
                .param("posts", posts.stream().map(DeliveryId::value).toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            new DeliveryId(row.getLong("delivery_id")),
                            new Latest(
                                    new AccountId(row.getLong("account_id")),
                                    row.getTimestamp("posted_at").toInstant(),
                                    figures(row),
                                    row.getTimestamp("read_at").toInstant()));
                });
        return found;
    }

    private static Map<Figure, Long> figures(ResultSet row) throws SQLException {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        for (var each : Figure.values()) {
            var value = row.getLong(each.name().toLowerCase(java.util.Locale.ROOT));
            if (!row.wasNull()) {
                figures.put(each, value);
            }
        }
        return figures;
    }

    /** All that one post's network ever showed, by figure and time. */
    List<Value> history(DeliveryId post) {
        return jdbc.sql(
                        "select * from snapshot where brand_id = current_brand() and delivery_id = :post order by figure, read_at")
                .param("post", post.value())
                .query((row, n) -> new Value(
                        Figure.valueOf(row.getString("figure")),
                        row.getTimestamp("read_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getString("source"),
                        row.getLong("value")))
                .list();
    }

    /** One for each window, of the posts that went out in it. */
    List<Sum> sums(@Nullable AccountId account, List<Span> spans) {
        return jdbc.sql("""
                select s.n, count(f.delivery_id) posts, count(f.views) told, sum(f.views) reach,
                    sum(coalesce(f.likes, 0) + coalesce(f.reposts, 0) + coalesce(f.quotes, 0))
                        filter (where coalesce(f.likes, f.reposts, f.quotes) is not null) reactions
                from unnest(:starts::timestamptz[], :ends::timestamptz[]) with ordinality s (starts, ends, n)
                left join post_figure f on f.brand_id = current_brand() and f.posted_at >= s.starts and f.posted_at < s.ends
                    and (:account::bigint is null or f.account_id = :account)
                group by s.n order by s.n
                """)
                .param(
                        "starts",
                        spans.stream().map(each -> each.from().toString()).toArray(String[]::new))
                .param("ends", spans.stream().map(each -> each.to().toString()).toArray(String[]::new))
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .query((row, n) -> new Sum(
                        row.getInt("posts"), row.getInt("told"), figure(row, "reach"), figure(row, "reactions")))
                .list();
    }

    private static @Nullable Double figure(ResultSet row, String column) throws SQLException {
        var figure = row.getDouble(column);
        return row.wasNull() ? null : figure;
    }

    /** Sees to it that this month and the next two have their partitions; the worker's, outside any scope. */
    int months(LocalDate today) {
        return worker.sql("select snapshot_months(:today)")
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    /** Months that are over and hold nothing any more lose their partitions; the worker's, outside any scope. @return how many */
    int dropEmpty(LocalDate today) {
        return worker.sql("select drop_empty_months(:today)")
                .param("today", today)
                .query(Integer.class)
                .single();
    }
}
