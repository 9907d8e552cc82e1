package dev.parvi.tracking;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.platform.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds visits up, makes the tables of the next days ready, and forgets what is older than brands keep. */
@Component
class Rolling {

    private static final int DAYS = 1;
    private static final int READY_DAYS = 3;
    /** A visit is on the disk at the latest so long after its time. */
    private static final Duration LATE = Duration.ofMinutes(2);
    /** With {@link #LATE}, figures lag by five minutes at the most. */
    private static final Duration OFTEN = Duration.ofMinutes(3);
    /** How long it's known which visits came later than that, in case a node that was away brings them once more. */
    private static final Duration LATE_KNOWN = Duration.ofDays(400);

    private final JdbcClient worker;
    private final TransactionTemplate transaction;
    private final Salts salts;
    private final Clock clock;

    Rolling(
            @Qualifier("worker") JdbcClient worker,
            @Qualifier("worker") TransactionTemplate transaction,
            Salts salts,
            Clock clock) {
        this.worker = worker;
        this.transaction = transaction;
        this.salts = salts;
        this.clock = clock;
    }

    /** Up to the time before which all visits are on the disk. */
    void days() {
        until(clock.instant().minus(LATE));
    }

    /** Whoever holds the row does it, and the next one begins where that one ended. */
    void until(Instant until) {
        transaction.executeWithoutResult(status -> {
            worker.sql("""
                    select roll_days(r.until, greatest(r.until, :until), r.anew)
                    from (select until, anew from visit_roll where level = :level for update) r
                    where r.until < :until or r.anew is not null
                    """)
                    .param("until", utc(until))
                    .param("level", DAYS)
                    .query((row, n) -> true)
                    .list();
            worker.sql("update visit_roll set until = greatest(until, :until), anew = null where level = :level")
                    .param("until", utc(until))
                    .param("level", DAYS)
                    .update();
        });
    }

    void ready() {
        call("select ready_visits(:day)", today().plusDays(READY_DAYS));
    }

    void tidy() {
        call("select pack_visits(:day)", today().minusDays(1));
        call("select forget_visits(:day)", today());
        salts.forget(today());
        worker.sql("delete from visit_late where at < :day")
                .param("day", utc(clock.instant().minus(LATE_KNOWN)))
                .update();
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void call(String sql, LocalDate day) {
        worker.sql(sql).param("day", day).query((row, n) -> true).list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Task<?> visitsByDay(Rolling rolling) {
            return Recurring.every("tracking-days", OFTEN, rolling::days);
        }

        @Bean
        Task<?> visitsReady(Rolling rolling) {
            return Recurring.every("tracking-ready", Duration.ofHours(6), rolling::ready);
        }

        @Bean
        Task<?> visitsTidied(Rolling rolling) {
            return Recurring.daily("tracking-tidy", LocalTime.of(0, 20), ZoneOffset.UTC, rolling::tidy);
        }
    }
}
