package dev.parvi.listening;

import dev.parvi.listening.TopicRule.Condition;
import dev.parvi.listening.TopicRules.Due;
import dev.parvi.platform.Columns;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.SourceId;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rules have found, and of what members were told, in the brand whose scope it is. */
@Repository
class TopicAlerts {

    /** What nobody was told of within this time isn't told any more: it's no news. */
    static final Duration NEWS = Duration.ofDays(1);

    private static final String PICKED = """
            from topic_match m join topic t on t.brand_id = m.brand_id and t.id = m.topic_id and t.muted_at is null and t.removed_at is null
            join item i on i.brand_id = m.brand_id and i.id = m.item_id
            where m.brand_id = current_brand() and (:topic::bigint is null or m.topic_id = :topic) and m.seen_at >= :since
            """;

    private final JdbcClient jdbc;

    TopicAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something to tell of, with its words. */
    record Found(long thing, String words) {}

    /** Items that were picked and not told of, the latest first. */
    List<Found> items(Due due, Instant since) {
        return jdbc.sql("select distinct i.id, coalesce(nullif(i.title, ''), left(i.words, 140)) as words " + PICKED
                        + """
                        and not exists (select from topic_told d
                                        where d.brand_id = m.brand_id and d.rule_id = :rule and d.thing_id = i.id)
                        order by i.id desc
                        """)
                .param("topic", topic(due))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("rule", due.rule().id())
                .query((row, n) -> new Found(row.getLong("id"), row.getString("words")))
                .list();
    }

    /** Stories with a picked item that so many sources told since then, and of which it wasn't told. */
    List<Found> stories(Due due, Instant since) {
        return jdbc.sql("""
                        select s.id, s.title as words from story s where s.brand_id = current_brand()
                        and s.id in (select p.story_id from story_item p join (select i.id
                        """ + PICKED + """
                        ) i on i.id = p.item_id where p.brand_id = current_brand())
                        and :many <= (select count(distinct p.source_id) from story_item p
                                      where p.brand_id = s.brand_id and p.story_id = s.id and p.seen_at >= :since)
                        and s.muted_at is null and s.dismissed_at is null
                        and not exists (select from topic_told d
                                        where d.brand_id = s.brand_id and d.rule_id = :rule and d.thing_id = s.id)
                        order by s.id desc
                        """)
                .param("topic", topic(due))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("many", due.rule().many())
                .param("rule", due.rule().id())
                .query((row, n) -> new Found(row.getLong("id"), row.getString("words")))
                .list();
    }

    /** Sources that were found gone for good since then and not told of. */
    List<Found> gone(Due due, Instant since) {
        return jdbc.sql("""
                        select s.id, coalesce(nullif(s.name, ''), nullif(s.title, ''), s.address) as words
                        from source s join fetching f on f.brand_id = s.brand_id and f.source_id = s.id
                        where s.brand_id = current_brand() and s.state = 'RETIRED' and f.read_at >= :since
                        and not exists (select from topic_told d
                                        where d.brand_id = s.brand_id and d.rule_id = :rule and d.thing_id = s.id)
                        order by f.read_at desc, s.id
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("rule", due.rule().id())
                .query((row, n) -> new Found(row.getLong("id"), row.getString("words")))
                .list();
    }

    /** It's read again: should it go once more, that's news again. */
    void back(SourceId source) {
        jdbc.sql("""
                        delete from topic_told d using topic_rule r where d.brand_id = current_brand() and r.brand_id = d.brand_id
                        and r.id = d.rule_id and r.condition = 'GONE' and d.thing_id = :source
                        """).param("source", source.value()).update();
    }

    /** Picked items whose mood nobody asked for yet, with what they say. */
    List<Found> unjudged(Due due, Instant since) {
        return jdbc.sql("select distinct i.id, i.title || ' ' || i.words as words " + PICKED + """
                        and not exists (select from item_mood o where o.brand_id = m.brand_id and o.item_id = i.id)
                        """)
                .param("topic", topic(due))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Found(row.getLong("id"), row.getString("words")))
                .list();
    }

    /** @param moods by item; null where it can't be told */
    void judged(Map<Long, @Nullable Long> moods) {
        Columns.of(jdbc.sql("""
                        insert into item_mood (brand_id, item_id, mood)
                        select current_brand(), j.item, j.mood from unnest(:items::bigint[], :moods::bigint[]) as j (item, mood)
                        on conflict do nothing
                        """), moods.entrySet())
                .number("items", Map.Entry::getKey)
                .number("moods", Map.Entry::getValue)
                .done()
                .update();
    }

    /** Of those items the ones that sound upset. */
    List<Long> upset(List<Long> items) {
        return jdbc.sql(
                        "select item_id from item_mood where brand_id = current_brand() and mood < 0 and item_id = any(:items)")
                .param("items", items.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Keeps an alert, and what it was of so that it's never told again. */
    void tell(Due due, List<Found> told, List<String> lines, Instant now) {
        jdbc.sql("""
                        insert into topic_told (brand_id, rule_id, thing_id, told_at)
                        select current_brand(), :rule, thing, :now from unnest(:things::bigint[]) as t (thing)
                        """)
                .param("rule", due.rule().id())
                .param("things", told.stream().map(Found::thing).toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into topic_alert (brand_id, rule_id, member_id, condition, topic, things, lines, many, hours, at)
                        values (current_brand(), :rule, :member, :condition, :topic, :things, :lines, :many, :hours, :now)
                        """)
                .param("rule", due.rule().id())
                .param("member", due.member().value())
                .param("condition", due.rule().condition().name())
                .param("topic", due.topic())
                .param(
                        "things",
                        told.stream().limit(lines.size()).map(Found::thing).toArray(Long[]::new))
                .param("lines", lines.toArray(String[]::new))
                .param("many", told.size())
                .param("hours", due.rule().hours())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest first. */
    List<TopicAlert> of(MemberId member, int most) {
        return jdbc.sql("""
                        select id, condition, topic, things, lines, many, hours, at, seen_at from topic_alert
                        where brand_id = current_brand() and member_id = :member order by id desc limit :most
                        """)
                .param("member", member.value())
                .param("most", most)
                .query((row, n) -> new TopicAlert(
                        row.getLong("id"),
                        Condition.valueOf(row.getString("condition")),
                        row.getString("topic"),
                        Arrays.asList((Long[]) row.getArray("things").getArray()),
                        lines(row.getArray("lines")),
                        row.getInt("many"),
                        row.getInt("hours"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("seen_at") == null))
                .list();
    }

    void seen(MemberId member, Instant now) {
        jdbc.sql("""
                        update topic_alert set seen_at = :now
                        where brand_id = current_brand() and member_id = :member and seen_at is null
                        """)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static List<String> lines(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static @Nullable Long topic(Due due) {
        var topic = due.rule().topic();
        return topic == null ? null : topic.value();
    }
}
