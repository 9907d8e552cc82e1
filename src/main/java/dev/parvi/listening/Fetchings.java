package dev.parvi.listening;

import dev.parvi.platform.Columns;
import dev.parvi.shared.SourceId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each source is read, in the brand whose scope it is. */
@Repository
class Fetchings {

    private final JdbcClient jdbc;

    Fetchings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has them read at once, as if they had never been. */
    void begin(Collection<NewSource> fresh, Function<NewSource, SourceId> ids, Instant now) {
        Columns.of(jdbc.sql("""
                        insert into fetching as f (brand_id, source_id, kind, address, host, selector, next_at)
                        select current_brand(), id, kind, address, host, selector, :now
                        from unnest(:ids::bigint[], :kinds::text[], :addresses::text[], :hosts::text[], :selectors::text[])
                            as r (id, kind, address, host, selector)
                        on conflict (brand_id, source_id) do update set address = excluded.address, host = excluded.host,
                            selector = excluded.selector, next_at = excluded.next_at, failures = 0, missing = 0,
                            etag = '', modified = '', digest = null, seen = null
                        """), fresh)
                .number("ids", each -> ids.apply(each).value())
                .text("kinds", each -> each.kind().name())
                .text("addresses", NewSource::address)
                .text("hosts", each -> Following.host(each.address()))
                .text("selectors", NewSource::selector)
                .done()
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

    /** What was read; nothing of those that another has taken over meanwhile, or a member paused. */
    void settle(UUID fetcher, List<Settled> settled, Instant now) {
        Columns.of(jdbc.sql("""
                        update fetching f set address = r.address, host = r.host, etag = r.etag, modified = r.modified, digest = r.digest,
                            seen = decode(r.seen, 'base64'), failures = r.failures, missing = r.missing, rhythm = r.rhythm, late = r.late,
                            hub = case when r.hub = '' then f.hub else r.hub end,
                            hub_topic = case when r.topic = '' then f.hub_topic else r.topic end,
                            next_at = case when f.next_at is null then null else r.next_at end, read_at = :now, leased_by = null
                        from unnest(:sources::bigint[], :addresses::text[], :hosts::text[], :etags::text[], :modifieds::text[], :digests::uuid[],
                            :seens::text[], :failures::bigint[], :missing::bigint[], :rhythms::real[], :lates::real[], :hubs::text[], :topics::text[],
                            :nexts::timestamptz[])
                            as r (source_id, address, host, etag, modified, digest, seen, failures, missing, rhythm, late, hub, topic, next_at)
                        where f.brand_id = current_brand() and f.source_id = r.source_id and f.leased_by = :fetcher::uuid
                        """), settled)
                .number("sources", each -> each.source().value())
                .text("addresses", Settled::address)
                .text("hosts", each -> Following.host(each.address()))
                .text("etags", Settled::etag)
                .text("modifieds", Settled::modified)
                .key("digests", Settled::digest)
                .text(
                        "seens",
                        each -> each.seen() == null ? null : Base64.getEncoder().encodeToString(each.seen()))
                .number("failures", each -> (long) each.failures())
                .number("missing", each -> (long) each.missing())
                .text(
                        "rhythms",
                        each -> each.rhythm() == null ? null : each.rhythm().toString())
                .text("lates", each -> each.late() == null ? null : each.late().toString())
                .text("hubs", Settled::hub)
                .text("topics", Settled::topic)
                .time("nexts", Settled::next)
                .done()
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("fetcher", fetcher.toString(), Types.OTHER)
                .update();
    }
}
