package dev.parvi.listening;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each network's stream was taken in, and which node reads it: the worker's, once for all brands. */
@Repository
class StreamCursors {

    private final JdbcClient jdbc;

    StreamCursors(@Qualifier("worker") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the stream for {@code reader}; empty while another has it. */
    Optional<String> lease(String network, UUID reader, Duration lease, Instant now) {
        return jdbc.sql("""
                        insert into stream as s (network, leased_by, lease_until) values (:network, :reader, :until)
                        on conflict (network) do update set leased_by = excluded.leased_by, lease_until = excluded.lease_until
                        where s.lease_until is null or s.lease_until <= :now or s.leased_by = excluded.leased_by
                        returning cursor
                        """)
                .param("network", network)
                .param("reader", reader.toString(), Types.OTHER)
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    /** Held until the transaction ends; false where another reader has taken over. */
    boolean holds(String network, UUID reader) {
        return jdbc.sql("select 1 from stream where network = :network and leased_by = :reader for update")
                .param("network", network)
                .param("reader", reader.toString(), Types.OTHER)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Never goes back: an empty cursor, or one of before, leaves it as it stands. */
    void save(String network, String cursor, int told, int taken, Instant until, Instant now) {
        jdbc.sql("""
                update stream set cursor = greatest(cursor, :cursor), told = told + :told, taken = taken + :taken, fault = '',
                    lease_until = :until, saved_at = :now
                where network = :network
                """)
                .param("network", network)
                .param("cursor", cursor)
                .param("told", told)
                .param("taken", taken)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets go of it, so that another node needn't wait. */
    void release(String network, UUID reader, String fault) {
        jdbc.sql("""
                update stream set lease_until = null, leased_by = null, fault = :fault where network = :network and leased_by = :reader
                """)
                .param("network", network)
                .param("reader", reader.toString(), Types.OTHER)
                .param("fault", fault)
                .update();
    }

    /** Nobody wants anything of it any more: whoever does later begins with what is said then. */
    void forget(String network, Instant now) {
        jdbc.sql("""
                update stream set cursor = '' where network = :network and cursor <> '' and (lease_until is null or lease_until <= :now)
                """)
                .param("network", network)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
