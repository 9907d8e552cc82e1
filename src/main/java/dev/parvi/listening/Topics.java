package dev.parvi.listening;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.TopicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Topics of the brand whose scope it is. */
@Repository
class Topics {

    private static final String COLUMNS = "id, name, query, muted_at, changed_at, again_below";

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    Topics(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** A topic as matching wants it. */
    record Change(TopicId id, String query, boolean removed, long revision) {}

    /** By name. */
    List<Topic> all() {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from topic where brand_id = current_brand() and removed_at is null order by lower(name), id")
                .query(Topics::topic)
                .list();
    }

    Optional<Topic> one(TopicId id) {
        return jdbc.sql("select " + COLUMNS
                        + " from topic where brand_id = current_brand() and id = :id and removed_at is null")
                .param("id", id.value())
                .query(Topics::topic)
                .optional();
    }

    int count() {
        return jdbc.sql("select count(*) from topic where brand_id = current_brand() and removed_at is null")
                .query(Integer.class)
                .single();
    }

    /** How often the brand's topics were changed; no further change commits before this transaction has ended. */
    long hold() {
        return jdbc.sql("select revision from topic_book where brand_id = current_brand() for share")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private long revise() {
        return jdbc.sql("""
                        insert into topic_book as b (brand_id, revision) values (current_brand(), 1)
                        on conflict (brand_id) do update set revision = b.revision + 1 returning revision
                        """).query(Long.class).single();
    }

    List<Change> since(long revision) {
        return jdbc.sql("""
                        select id, query, removed_at is not null as removed, revision from topic
                        where brand_id = current_brand() and revision > :revision order by revision
                        """)
                .param("revision", revision)
                .query((row, n) -> new Change(
                        new TopicId(row.getLong("id")),
                        row.getString("query"),
                        row.getBoolean("removed"),
                        row.getLong("revision")))
                .list();
    }

    TopicId add(MemberId by, String name, String query, Instant now) {
        return jdbc.sql("""
                        insert into topic (brand_id, name, query, made_by, changed_at, revision, again_below)
                        values (current_brand(), :name, :query, :by, :now, :revision, 9223372036854775807) returning id
                        """)
                .param("name", name)
                .param("query", query)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("revision", revise())
                .query((row, n) -> new TopicId(row.getLong(1)))
                .single();
    }

    void rename(TopicId id, String name) {
        jdbc.sql("update topic set name = :name where brand_id = current_brand() and id = :id")
                .param("name", name)
                .param("id", id.value())
                .update();
    }

    void change(TopicId id, String query, Instant now) {
        jdbc.sql("""
                        update topic set query = :query, changed_at = :now, revision = :revision, again_below = 9223372036854775807
                        where brand_id = current_brand() and id = :id and removed_at is null
                        """)
                .param("query", query)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("revision", revise())
                .param("id", id.value())
                .update();
    }

    void mute(TopicId id, boolean muted, Instant now) {
        jdbc.sql("""
                        update topic set muted_at = case when :muted then :now::timestamptz end
                        where brand_id = current_brand() and id = :id
                        """)
                .param("muted", muted)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void remove(TopicId id, Instant now) {
        jdbc.sql("""
                        update topic set removed_at = :now, revision = :revision, again_below = null
                        where brand_id = current_brand() and id = :id and removed_at is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("revision", revise())
                .param("id", id.value())
                .update();
    }

    /** Of all brands, those with a topic for which items are gone through anew. */
    List<BrandId> brandsGoneThrough() {
        return worker.sql("select distinct brand_id from topic where again_below is not null")
                .query((row, n) -> new BrandId(row.getLong(1)))
                .list();
    }

    /** A topic and below which number its items are still to be gone through. */
    record Again(TopicId id, String query, long below) {}

    /** One that nobody else goes through at the moment; nobody changes it before this transaction has ended. */
    Optional<Again> again() {
        return jdbc.sql("""
                        select id, query, again_below from topic where brand_id = current_brand() and again_below is not null
                        order by changed_at limit 1 for update skip locked
                        """)
                .query((row, n) ->
                        new Again(new TopicId(row.getLong("id")), row.getString("query"), row.getLong("again_below")))
                .optional();
    }

    /** @param below 0 once nothing is left */
    void goneThrough(TopicId id, long below) {
        jdbc.sql("update topic set again_below = nullif(:below, 0) where brand_id = current_brand() and id = :id")
                .param("below", below)
                .param("id", id.value())
                .update();
    }

    private static Topic topic(ResultSet row, int n) throws SQLException {
        row.getLong("again_below");
        var again = !row.wasNull();
        return new Topic(
                new TopicId(row.getLong("id")),
                row.getString("name"),
                row.getString("query"),
                row.getTimestamp("muted_at") != null,
                row.getTimestamp("changed_at").toInstant(),
                again);
    }
}
