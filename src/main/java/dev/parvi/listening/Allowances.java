package dev.parvi.listening;

import dev.parvi.connector.Descriptor.Pace;
import dev.parvi.shared.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often accounts may be asked, whatever asks through them, in the brand whose scope it is. */
@Repository
class Allowances {

    private final JdbcClient jdbc;

    Allowances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes one call; false where none is left in this window. */
    boolean spend(AccountId account, Pace pace, Instant now) {
        return jdbc.sql("""
                        insert into listening_window as w (brand_id, account_id, window_at, calls)
                        values (current_brand(), :account, :now, 1)
                        on conflict (brand_id, account_id) do update set
                            calls = case when w.window_at <= :over then 1 else w.calls + 1 end,
                            window_at = case when w.window_at <= :over then :now else w.window_at end
                        where w.window_at <= :over or w.calls < :most
                        """)
                        .param("account", account.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("over", now.minus(pace.window()).atOffset(ZoneOffset.UTC))
                        .param("most", pace.calls())
                        .update()
                == 1;
    }
}
