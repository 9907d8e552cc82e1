package dev.parvi.listening;

import dev.parvi.listening.Source.State;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what sources of networks are read, in the brand whose scope it is, or for the worker over all. */
@Repository
class NetworkSources {

    private static final String SELECT = """
            select n.source_id, n.network, s.account_id, n.kind, n.value, n.cursor, coalesce(n.name_id, 0) name, s.state, coalesce(f.failures, 0) failures
            from network_source n
            join source s on s.brand_id = n.brand_id and s.id = n.source_id
            left join fetching f on f.brand_id = n.brand_id and f.source_id = n.source_id
            where n.brand_id = current_brand()
            """;

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    NetworkSources(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** What is there stays as far as it was read; a name that it's there for is noted. */
    void add(SourceId id, String network, String kind, String value, @Nullable Long name) {
        jdbc.sql("""
                insert into network_source as n (brand_id, source_id, network, kind, value, name_id)
                values (current_brand(), :id, :network, :kind, :value, :name)
                on conflict (brand_id, source_id) do update set name_id = coalesce(excluded.name_id, n.name_id)
                """)
                .param("id", id.value())
                .param("network", network)
                .param("kind", kind)
                .param("value", value)
                .param("name", name, Types.BIGINT)
                .update();
    }

    /** The account that it was read through may be there no more. */
    void through(SourceId id, AccountId account) {
        jdbc.sql("""
                update source set account_id = :account
                where brand_id = current_brand() and id = :id and account_id is distinct from :account
                """).param("id", id.value()).param("account", account.value()).update();
    }

    Optional<NetworkSource> of(SourceId id) {
        return jdbc.sql(SELECT + " and n.source_id = :id")
                .param("id", id.value())
                .query(NetworkSources::source)
                .optional();
    }

    List<NetworkSource> of(Collection<SourceId> ids) {
        return jdbc.sql(SELECT + " and n.source_id = any(:ids)")
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query(NetworkSources::source)
                .list();
    }

    /** Those that look for watched names, also for names that are watched no more. */
    List<NetworkSource> named() {
        return jdbc.sql(SELECT + " and n.name_id is not null")
                .query(NetworkSources::source)
                .list();
    }

    void read(SourceId id, String cursor) {
        jdbc.sql("update network_source set cursor = :cursor where brand_id = current_brand() and source_id = :id")
                .param("id", id.value())
                .param("cursor", cursor)
                .update();
    }

    /** Words, parted by commas, that a source looks for in a stream. */
    record Wanted(BrandId brand, SourceId source, String words) {}

    /** Over all brands: the worker's. Who among them is paused or taken out, their brand knows. */
    List<Wanted> streamed(String network) {
        return worker.sql("""
                        select brand_id, source_id, value from network_source where network = :network and kind = 'STREAM'
                        """)
                .param("network", network)
                .query((row, n) -> new Wanted(
                        new BrandId(row.getLong("brand_id")),
                        new SourceId(row.getLong("source_id")),
                        row.getString("value")))
                .list();
    }

    private static NetworkSource source(ResultSet row, int n) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        return new NetworkSource(
                new SourceId(row.getLong("source_id")),
                row.getString("network"),
                account == null ? null : new AccountId(account),
                row.getString("kind"),
                row.getString("value"),
                row.getString("cursor"),
                row.getLong("name"),
                State.valueOf(row.getString("state")),
                row.getInt("failures"));
    }
}
