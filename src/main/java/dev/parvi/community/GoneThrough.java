package dev.parvi.community;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the desk's own rounds have come, in the brand whose scope it is. */
@Repository
class GoneThrough {

    private final JdbcClient jdbc;

    GoneThrough(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until when it was looked what went out; empty before the first look. */
    Optional<Instant> sentUntil() {
        return jdbc.sql(
                        "select sent_until from gone_through where brand_id = current_brand() and sent_until is not null")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void sentUntil(Instant until) {
        jdbc.sql("""
                insert into gone_through (brand_id, sent_until) values (current_brand(), :until)
                on conflict (brand_id) do update set sent_until = excluded.sent_until
                """).param("until", until.atOffset(ZoneOffset.UTC)).update();
    }

    /** Up to which comment it was looked who answers whom. Nobody else looks until this transaction ends. */
    long commentUntil() {
        jdbc.sql("insert into gone_through (brand_id) values (current_brand()) on conflict do nothing")
                .update();
        return jdbc.sql("select comment_until from gone_through where brand_id = current_brand() for update")
                .query(Long.class)
                .single();
    }

    void commentUntil(long comment) {
        jdbc.sql("update gone_through set comment_until = :comment where brand_id = current_brand()")
                .param("comment", comment)
                .update();
    }
}
