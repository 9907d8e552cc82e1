package dev.parvi.publishing;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people were told of, and what they weren't yet. */
@Repository
class Alerts {

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account that a person must sign in to again. */
    record Lost(AccountId account, String reason) {}

    /** Of all brands, those with something to tell that have been left in peace since then. */
    List<BrandId> brands(Instant quietSince) {
        return jdbc.sql("select brands_to_alert(:quiet)")
                .param("quiet", Claims.at(quietSince))
                .query((row, n) -> new BrandId(row.getLong(1)))
                .list();
    }

    /** Takes what stopped and was not told yet in the brand whose scope it is: each is given out once. */
    List<Long> stopped(Instant now) {
        return jdbc.sql("""
                insert into alert_told (brand_id, delivery_id, state, tries, due_at, told_at)
                select brand_id, id, state, tries, due_at, :now from delivery
                where state in ('FAILED', 'UNKNOWN', 'LATE', 'PENDING')
                on conflict (brand_id, delivery_id) do update
                set state = excluded.state, tries = excluded.tries, due_at = excluded.due_at, told_at = excluded.told_at
                where (alert_told.state, alert_told.tries, alert_told.due_at)
                      is distinct from (excluded.state, excluded.tries, excluded.due_at)
                returning delivery_id
                """)
                .param("now", Claims.at(now))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The same for accounts. */
    List<Lost> lost(Instant now) {
        return jdbc.sql("update account_alert set told_at = :now where told_at is null returning account_id, reason")
                .param("now", Claims.at(now))
                .query((row, n) -> new Lost(new AccountId(row.getLong(1)), row.getString(2)))
                .list();
    }

    void add(Lost lost) {
        jdbc.sql("""
                insert into account_alert (brand_id, account_id, reason) values (current_brand(), :account, :reason)
                on conflict (brand_id, account_id) do update set reason = excluded.reason, told_at = null
                """)
                .param("account", lost.account().value())
                .param("reason", lost.reason())
                .update();
    }

    void drop(AccountId account) {
        jdbc.sql("delete from account_alert where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
