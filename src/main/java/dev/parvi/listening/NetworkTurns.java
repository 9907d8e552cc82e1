package dev.parvi.listening;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which source of a network is read next: over all brands the worker's; what came of it is noted in the scope of its brand. */
@Repository
class NetworkTurns {

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    NetworkTurns(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    record Turn(BrandId brand, SourceId source) {}

    /** Takes those whose turn it is for {@code reader}, the longest overdue first. */
    List<Turn> claim(UUID reader, int most, Duration lease, Instant now) {
        return worker.sql("""
                        update fetching f set leased_by = :reader, lease_until = :until
                        from (
                            select brand_id, source_id from fetching
                            where kind = 'NETWORK' and next_at <= :now and (lease_until is null or lease_until <= :now)
                            order by next_at limit :most for update skip locked) due
                        where f.brand_id = due.brand_id and f.source_id = due.source_id
                        returning f.brand_id, f.source_id
                        """)
                .param("reader", reader.toString(), Types.OTHER)
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) ->
                        new Turn(new BrandId(row.getLong("brand_id")), new SourceId(row.getLong("source_id"))))
                .list();
    }

    /** Whether it's still ours; held until the transaction ends. */
    boolean holds(SourceId source, UUID reader) {
        return jdbc.sql("""
                        select 1 from fetching where brand_id = current_brand() and source_id = :id and leased_by = :reader for update
                        """)
                .param("id", source.value())
                .param("reader", reader.toString(), Types.OTHER)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @param next null: not before a person does something; one whom a person has paused meanwhile stays so */
    void rest(SourceId source, UUID reader, int failures, @Nullable Instant next, Instant now) {
        jdbc.sql("""
                update fetching set leased_by = null, lease_until = null, read_at = :now, failures = :failures,
                    next_at = case when next_at is null then null else :next::timestamptz end
                where brand_id = current_brand() and source_id = :id and leased_by = :reader
                """)
                .param("id", source.value())
                .param("reader", reader.toString(), Types.OTHER)
                .param("failures", failures)
                .param("next", next == null ? null : next.toString(), Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
