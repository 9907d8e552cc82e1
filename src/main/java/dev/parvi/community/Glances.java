package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of the inbox belongs to the day, in the brand whose scope it is. Each look reads a bounded part of an index. */
@Repository
class Glances {

    /** Of each class, the latest are looked at. */
    private static final int LOOKED = 200;

    private final JdbcClient jdbc;

    Glances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many are past their promise, counted no further than {@code most}. */
    int overdue(Instant now, int most) {
        return jdbc.sql("""
                select least(count(*), :most) from (
                    (select 1 from conversation where brand_id = current_brand() and state = 'OPEN' and waiting and priority = 2 limit :most)
                    union all
                    (select 1 from conversation where brand_id = current_brand() and state = 'OPEN' and waiting and priority > 2
                        and promised_by < :now limit :most)
                    union all
                    (select 1 from conversation where brand_id = current_brand() and state = 'OPEN' and waiting and priority < 2
                        and promised_by is not null and promised_by < :now limit :most)) late
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Where at least {@code comments} were said and somebody spoke since then, the most talked of first. */
    List<ConversationId> live(Instant since, int comments, int most) {
        return jdbc.sql("""
                select t.id from generate_series(0, 4) p cross join lateral (
                    select c.id, c.comments, c.last_at from conversation c
                    where c.brand_id = current_brand() and c.state = 'OPEN' and c.priority = p and c.last_at > :since
                    order by c.last_at desc limit :looked) t
                where t.comments >= :comments order by t.comments desc, t.last_at desc limit :most
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("looked", LOOKED)
                .param("comments", comments)
                .param("most", most)
                .query((row, n) -> new ConversationId(row.getLong(1)))
                .list();
    }

    /** Where at least five comments are and somebody spoke since then, whatever became of our work on it; the latest first. */
    List<ConversationId> discussed(Instant since, int most) {
        return jdbc.sql("""
                select t.id from generate_series(0, 4) p cross join lateral (
                    (select c.id, c.last_at from conversation c
                    where c.brand_id = current_brand() and c.state = 'OPEN' and c.priority = p and c.last_at > :since and c.comments >= 5
                    order by c.last_at desc limit :most)
                    union all
                    select r.id, r.last_at from (values ('SNOOZED'), ('DONE')) s (state) cross join lateral (
                        select c.id, c.last_at from conversation c
                        where c.brand_id = current_brand() and c.state <> 'OPEN' and c.state = s.state and c.priority = p
                          and c.last_at > :since and c.comments >= 5
                        order by c.last_at desc limit :most) r) t
                order by t.last_at desc limit :most
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new ConversationId(row.getLong(1)))
                .list();
    }

    /** @param named whether somebody named or quoted us */
    record Spoken(ConversationId id, boolean named) {}

    /** Open ones in which somebody spoke since then: those that name us first, then the most urgent. */
    List<Spoken> spoken(Instant since) {
        return jdbc.sql("""
                select t.id, t.kind in ('MENTION', 'QUOTE') as named from generate_series(0, 4) p cross join lateral (
                    select c.id, c.kind, c.priority, c.last_at from conversation c
                    where c.brand_id = current_brand() and c.state = 'OPEN' and c.priority = p and c.last_at > :since
                    order by c.last_at desc limit :looked) t
                order by named desc, t.priority desc, t.last_at desc
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("looked", LOOKED)
                .query((row, n) -> new Spoken(new ConversationId(row.getLong("id")), row.getBoolean("named")))
                .list();
    }
}
