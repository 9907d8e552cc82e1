package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import dev.parvi.platform.Columns;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is to be read, over all brands: the worker's. */
@Repository
class Turns {

    private final JdbcClient jdbc;

    Turns(@Qualifier("worker") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes those that have waited longest; nobody else gets them before the lease ends, and then somebody does.
     *
     * @param busy hosts that are left in peace just now
     * @param forHost the most of one host
     */
    List<Turn> claim(UUID fetcher, Collection<String> busy, int forHost, int most, Duration lease, Instant now) {
        return jdbc.sql("""
                        with waiting as (
                            select brand_id, source_id, host, next_at from fetching
                            where next_at <= :now and kind <> 'NETWORK' and not (host = any(:busy)) order by next_at limit :look),
                        due as (
                            select brand_id, source_id from (
                                select brand_id, source_id, next_at, row_number() over (partition by host order by next_at) n from waiting) ranked
                            where n <= :host order by next_at limit :most),
                        mine as (
                            select f.brand_id, f.source_id from fetching f join due using (brand_id, source_id)
                            where f.next_at <= :now for update of f skip locked)
                        update fetching f set next_at = :until, leased_by = :fetcher::uuid
                        from mine where f.brand_id = mine.brand_id and f.source_id = mine.source_id
                        returning f.brand_id, f.source_id, f.kind, f.address, f.host, f.etag, f.modified, f.digest, f.selector, f.seen, f.failures,
                            f.missing, f.rhythm, f.late, f.read_at, f.hub_state = 'TOLD' and f.hub_until > :now as told
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("busy", busy.toArray(String[]::new))
                .param("host", forHost)
                .param("look", most * 4)
                .param("most", most)
                .param("fetcher", fetcher.toString(), Types.OTHER)
                .query(Turns::turn)
                .list();
    }

    /**
     * For this transaction: its end isn't waited for until it's on the disk. What a crash of the database then forgets of whose turn it was, or that there
     * was nothing new, costs reading some sources once more.
     */
    void lightly() {
        jdbc.sql("select set_config('synchronous_commit', 'off', true)")
                .query((row, n) -> 1)
                .list();
    }

    /** When the next one is due; nothing where none ever is. */
    Optional<Instant> next() {
        return jdbc.sql("select min(next_at) as next from fetching where next_at is not null and kind <> 'NETWORK'")
                .query((row, n) -> Optional.ofNullable(Items.instant(row.getTimestamp("next"))))
                .single();
    }

    /** Those that had nothing new, over all brands at once. */
    void rest(UUID fetcher, List<Rest> rests, Instant now) {
        Columns.of(jdbc.sql("""
                        update fetching f set next_at = r.next_at, etag = r.etag, modified = r.modified, read_at = :now, failures = 0, missing = 0,
                            leased_by = null
                        from unnest(:brands::bigint[], :sources::bigint[], :nexts::timestamptz[], :etags::text[], :modifieds::text[])
                            as r (brand_id, source_id, next_at, etag, modified)
                        where f.brand_id = r.brand_id and f.source_id = r.source_id and f.leased_by = :fetcher::uuid
                        """), rests)
                .number("brands", rest -> rest.brand().value())
                .number("sources", rest -> rest.source().value())
                .time("nexts", Rest::next)
                .text("etags", Rest::etag)
                .text("modifieds", Rest::modified)
                .done()
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("fetcher", fetcher.toString(), Types.OTHER)
                .update();
    }

    /** One that is left alone until {@code next}. */
    record Rest(BrandId brand, SourceId source, Instant next, String etag, String modified) {}

    private static Turn turn(ResultSet row, int n) throws SQLException {
        return new Turn(
                new BrandId(row.getLong("brand_id")),
                new SourceId(row.getLong("source_id")),
                Kind.valueOf(row.getString("kind")),
                row.getString("address"),
                row.getString("host"),
                row.getString("etag"),
                row.getString("modified"),
                row.getObject("digest", UUID.class),
                row.getString("selector"),
                row.getBytes("seen"),
                row.getInt("failures"),
                row.getInt("missing"),
                number(row, "rhythm"),
                number(row, "late"),
                Items.instant(row.getTimestamp("read_at")),
                row.getBoolean("told"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        var number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
