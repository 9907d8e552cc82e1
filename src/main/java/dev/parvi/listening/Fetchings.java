package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import dev.parvi.shared.SourceId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each source is read, in the brand whose scope it is. */
@Repository
class Fetchings {

    private final JdbcClient jdbc;

    Fetchings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has it read at once; what was remembered of an earlier reading of another address is forgotten. */
    void begin(SourceId id, Kind kind, String address, String host, String selector, Instant now) {
        jdbc.sql("""
                        insert into fetching as f (brand_id, source_id, kind, address, host, selector, next_at)
                        values (current_brand(), :id, :kind, :address, :host, :selector, :now)
                        on conflict (brand_id, source_id) do update set address = excluded.address, host = excluded.host,
                            selector = excluded.selector, next_at = excluded.next_at, failures = 0, missing = 0,
                            etag = '', modified = '', digest = null
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("address", address)
                .param("host", host)
                .param("selector", selector)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** At once, as if it had never failed. */
    void soon(SourceId id, Instant now) {
        jdbc.sql("""
                        update fetching set next_at = :now, failures = 0, missing = 0 where brand_id = current_brand() and source_id = :id
                        """)
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void never(SourceId id) {
        jdbc.sql("update fetching set next_at = null where brand_id = current_brand() and source_id = :id")
                .param("id", id.value())
                .update();
    }
}
