package dev.parvi.brand;

import dev.parvi.platform.Secrets;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.MemberId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outside model of the brand whose scope it is. Its key is sealed for its address, so that it can't go elsewhere. */
@Repository
class Scribes {

    private final JdbcClient jdbc;
    private final Secrets secrets;

    Scribes(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** @param sealed null where there is no key */
    record Kept(Scribe scribe, byte @Nullable [] sealed) {}

    Optional<Kept> get() {
        return jdbc.sql("select * from scribe where brand_id = current_brand()")
                .query((row, n) -> new Kept(scribe(row), row.getBytes("key")))
                .optional();
    }

    /** @param sealed null for none */
    void put(URI address, String model, byte @Nullable [] sealed) {
        jdbc.sql("""
                insert into scribe (brand_id, address, model, key) values (current_brand(), :address, :model, :key)
                on conflict (brand_id) do update set address = excluded.address, model = excluded.model, key = excluded.key
                """)
                .param("address", address.toString())
                .param("model", model)
                .param("key", sealed)
                .update();
    }

    /** False where it's at another address by now. */
    boolean agree(URI address, int terms, MemberId by, Instant now) {
        return jdbc.sql("""
                        update scribe set agreed_address = address, agreed_terms = :terms, agreed_by = :by, agreed_at = :now
                        where brand_id = current_brand() and address = :address
                        """)
                        .param("address", address.toString())
                        .param("terms", terms)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False where nobody agreed. */
    boolean withdraw() {
        return jdbc.sql("""
                        update scribe set agreed_address = null, agreed_terms = null, agreed_by = null, agreed_at = null
                        where brand_id = current_brand() and agreed_address is not null
                        """).update() == 1;
    }

    boolean drop() {
        return jdbc.sql("delete from scribe where brand_id = current_brand()").update() == 1;
    }

    /** The same key under the desk's newest one; false where another was saved since {@code kept} was read. */
    boolean reseal(Kept kept) {
        var address = kept.scribe().address();
        return kept.sealed() != null
                && jdbc.sql("update scribe set key = :key where brand_id = current_brand() and key = :before")
                                .param("key", seal(open(kept), address))
                                .param("before", kept.sealed())
                                .update()
                        == 1;
    }

    byte[] seal(String key, URI address) {
        return secrets.seal(key.getBytes(StandardCharsets.UTF_8), context(address));
    }

    /** @throws IllegalStateException when the keys of the home folder don't open it */
    String open(Kept kept) {
        return kept.sealed() == null
                ? ""
                : new String(secrets.open(kept.sealed(), context(kept.scribe().address())), StandardCharsets.UTF_8);
    }

    private static String context(URI address) {
        return "scribe:" + Tenant.brand().orElseThrow() + ":" + address;
    }

    private static Scribe scribe(ResultSet row) throws SQLException {
        var agreed = row.getString("agreed_address");
        var by = row.getObject("agreed_by", Long.class);
        return new Scribe(
                URI.create(row.getString("address")),
                row.getString("model"),
                row.getBytes("key") != null,
                agreed == null
                        ? null
                        : new Scribe.Consent(
                                URI.create(agreed),
                                row.getInt("agreed_terms"),
                                by == null ? null : new MemberId(by),
                                row.getTimestamp("agreed_at").toInstant()));
    }
}
