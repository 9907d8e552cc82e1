package dev.parvi.listening;

import dev.parvi.platform.Columns;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.TopicId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which items the topics of the brand whose scope it is have picked. */
@Repository
class TopicMatches {

    private final JdbcClient jdbc;

    TopicMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Match(long topic, long item, Instant seen) {}

    /** Those that are there already stay as they are. */
    void add(List<Match> matches, Instant now) {
        if (matches.isEmpty()) {
            return;
        }
        Columns.of(jdbc.sql("""
                        insert into topic_match (brand_id, topic_id, item_id, seen_at, matched_at)
                        select current_brand(), m.topic, m.item, m.seen, :now
                        from unnest(:topics::bigint[], :items::bigint[], :seen::timestamptz[]) as m (topic, item, seen)
                        on conflict do nothing
                        """), matches)
                .number("topics", Match::topic)
                .number("items", Match::item)
                .time("seen", Match::seen)
                .done()
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of those items whatever isn't among these goes. */
    void keepOnly(Collection<Long> items, List<Match> matches) {
        Columns.of(jdbc.sql("""
                        delete from topic_match t where t.brand_id = current_brand() and t.item_id = any(:looked)
                        and not exists (select from unnest(:topics::bigint[], :items::bigint[]) as m (topic, item)
                                        where m.topic = t.topic_id and m.item = t.item_id)
                        """), matches)
                .number("topics", Match::topic)
                .number("items", Match::item)
                .done()
                .param("looked", items.toArray(Long[]::new))
                .update();
    }

    /** As above, of one topic. */
    void keepOnly(TopicId topic, Collection<Long> looked, Collection<Long> matching) {
        jdbc.sql("""
                        delete from topic_match where brand_id = current_brand() and topic_id = :topic
                        and item_id = any(:looked) and not item_id = any(:matching)
                        """)
                .param("topic", topic.value())
                .param("looked", looked.toArray(Long[]::new))
                .param("matching", matching.toArray(Long[]::new))
                .update();
    }

    void drop(TopicId topic) {
        jdbc.sql("delete from topic_match where brand_id = current_brand() and topic_id = :topic")
                .param("topic", topic.value())
                .update();
    }

    /** The latest first. */
    List<ItemId> latest(TopicId topic, int most) {
        return jdbc.sql("""
                        select item_id from topic_match where brand_id = current_brand() and topic_id = :topic
                        order by item_id desc limit :most
                        """)
                .param("topic", topic.value())
                .param("most", most)
                .query((row, n) -> new ItemId(row.getLong(1)))
                .list();
    }

    /** How many items of each day each topic picked, by the days of the zone. */
    Map<TopicId, Map<LocalDate, Integer>> days(Instant since, ZoneId zone) {
        var days = new HashMap<TopicId, Map<LocalDate, Integer>>();
        jdbc.sql("""
                        select topic_id, (seen_at at time zone :zone)::date as day, count(*) as n from topic_match
                        where brand_id = current_brand() and seen_at >= :since group by 1, 2
                        """)
                .param("zone", zone.getId())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    days.computeIfAbsent(new TopicId(row.getLong("topic_id")), id -> new TreeMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getInt("n"));
                });
        return days;
    }
}
