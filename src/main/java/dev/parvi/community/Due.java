package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whose turn it is to be read, over all brands: the worker's, as the queue of deliveries is. What was said stays out of its
 * sight.
 */
@Repository
class Due {

    private final JdbcClient jdbc;

    Due(@Qualifier("worker") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Turn(BrandId brand, AccountId account, String network) {}

    /** What anybody reads is read by nobody: no process is left that could. */
    void abandoned() {
        jdbc.sql("update reading set leased_by = null, lease_until = null where leased_by is not null")
                .update();
    }

    /** Takes those whose turn it is for {@code reader}, the longest overdue first; none of the networks that are full. */
    List<Turn> claim(UUID reader, Collection<String> full, int most, Duration lease, Instant now) {
        return jdbc.sql("""
                update reading r set leased_by = :reader, lease_until = :until
                from (
                    select brand_id, account_id from reading
                    where next_at <= :now and (lease_until is null or lease_until <= :now) and network <> all(:full)
                    order by next_at limit :most for update skip locked) due
                where r.brand_id = due.brand_id and r.account_id = due.account_id
                returning r.brand_id, r.account_id, r.network
                """)
                .param("reader", reader.toString(), Types.OTHER)
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("full", full.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Turn(
                        new BrandId(row.getLong("brand_id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("network")))
                .list();
    }
}
