package dev.parvi.publishing;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the brand whose scope it is sends at all, how late is too late, and which of its accounts are held back. */
@Repository
class Sendings {

    private final JdbcClient jdbc;

    Sendings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lateLimit(Duration limit) {
        jdbc.sql("""
                insert into sending (brand_id, late_seconds) values (current_brand(), :late)
                on conflict (brand_id) do update set late_seconds = excluded.late_seconds
                where sending.late_seconds <> excluded.late_seconds
                """).param("late", (int) limit.toSeconds()).update();
    }

    void pause(@Nullable Instant at, MemberId by) {
        jdbc.sql("""
                insert into sending (brand_id, paused_at, paused_by) values (current_brand(), :at::timestamptz, :by)
                on conflict (brand_id) do update set paused_at = excluded.paused_at, paused_by = excluded.paused_by
                """)
                .param("at", at == null ? null : at.toString())
                .param("by", by.value())
                .update();
    }

    Optional<Instant> pausedAt() {
        return jdbc.sql("select paused_at from sending where paused_at is not null")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Until a person signs in again. */
    void hold(AccountId account, String reason) {
        jdbc.sql("""
                insert into account_hold (brand_id, account_id, until, reason)
                values (current_brand(), :account, now() + interval '100 years', :reason)
                on conflict (brand_id, account_id) do update set until = excluded.until, reason = excluded.reason
                """).param("account", account.value()).param("reason", reason).update();
    }

    void letGo(AccountId account) {
        jdbc.sql("delete from account_hold where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
