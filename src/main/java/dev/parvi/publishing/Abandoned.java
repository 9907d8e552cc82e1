package dev.parvi.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries in the hands of nodes that are gone. */
@Repository
class Abandoned {

    private final JdbcClient worker;

    Abandoned(@Qualifier("worker") JdbcClient worker) {
        this.worker = worker;
    }

    List<Long> otherNodes(long me) {
        return worker.sql("select distinct leased_by from delivery where state = 'CLAIMED' and leased_by <> :me")
                .param("me", me)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** How many attempts are open. */
    int open() {
        return worker.sql("""
                select count(*) from delivery d join attempt a on a.brand_id = d.brand_id and a.delivery_id = d.id
                where d.state = 'CLAIMED' and a.ended_at is null
                """).query(Integer.class).single();
    }

    /**
     * Closes the open attempts of dead nodes and makes their deliveries due for reading back.
     *
     * @param patience how long from now a network is given to settle; of others the lost call's own deadline counts
     */
    int reopen(Collection<Long> nodes, Map<String, Duration> patience, Instant now) {
        var entries = List.copyOf(patience.entrySet());
        return worker.sql("""
                with found as (
                    update delivery d
                    set state = 'DUE', look_first = true, lease_until = null, leased_by = null,
                        next_at = greatest(:now, least(a.deadline, :now::timestamptz + interval '1 second' *
                            (select p.seconds from unnest(:networks::text[], :seconds::float8[]) as p (network, seconds) where p.network = d.network)))
                    from attempt a
                    where d.state = 'CLAIMED' and d.leased_by = any(:nodes)
                      and a.brand_id = d.brand_id and a.delivery_id = d.id and a.number = d.tries
                    returning d.brand_id, d.id, d.tries)
                update attempt a set ended_at = :now, outcome = 'ABANDONED'
                from found where a.brand_id = found.brand_id and a.delivery_id = found.id and a.number = found.tries
                """)
                .param("nodes", nodes.toArray(Long[]::new))
                .param("networks", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "seconds",
                        entries.stream()
                                .map(each -> each.getValue().toMillis() / 1000.0)
                                .toArray(Double[]::new))
                .param("now", Claims.at(now))
                .update();
    }

    /**
     * After a restore: what went out since the backup isn't known here. Everything that isn't settled is read back first,
     * and what can't be read back waits for a person.
     */
    void doubtAll(Collection<String> unreadable) {
        worker.sql("""
                with doubted as (
                    update delivery set look_first = true,
                        state = case when network = any(:unreadable) then 'LATE' else 'DUE' end,
                        lease_until = null, leased_by = null
                    where state in ('DUE', 'CLAIMED')
                    returning brand_id, id)
                update attempt a set ended_at = now(), outcome = 'ABANDONED' from doubted d
                where a.brand_id = d.brand_id and a.delivery_id = d.id and a.ended_at is null
                """).param("unreadable", unreadable.toArray(String[]::new)).update();
    }
}
