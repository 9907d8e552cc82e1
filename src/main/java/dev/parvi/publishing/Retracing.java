package dev.parvi.publishing;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes over the posts that went out in a window again, for rooms that count by them. In the brand whose scope it is. */
@Component
public class Retracing {

    /** The first part of each version that is out, without first comments and answers. */
    private static final String OUT = """
            from delivery d
            where d.brand_id = current_brand() and d.state = 'PUBLISHED' and d.published_at >= :from and d.published_at < :to
              and d.version_id is not null and d.part = 0 and not d.comment and (:account::bigint is null or d.account_id = :account)
            """;

    private final JdbcClient jdbc;

    Retracing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Delivery> posts(Span span, @Nullable AccountId account, int most) {
        return jdbc.sql("select d.*, coalesce(d.content ->> 'text', '') as text, null::timestamptz as until " + OUT
                        + " order by d.published_at desc, d.id desc limit :most")
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("to", span.to().atOffset(ZoneOffset.UTC))
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("most", most)
                .query((row, n) -> DeliveryRows.delivery(row))
                .list();
    }

    /** When they went out, by time. */
    @Transactional(readOnly = true)
    public List<Instant> times(Span span, @Nullable AccountId account) {
        return jdbc.sql("select d.published_at " + OUT + " order by 1")
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("to", span.to().atOffset(ZoneOffset.UTC))
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }
}
