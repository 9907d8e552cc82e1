package dev.parvi.account;

import dev.parvi.platform.Secrets;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The accounts' credentials, sealed each for its own place, so that one can't stand in for another. */
@Repository
class Vaults {

    private static final TypeReference<Map<String, String>> NAMED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final JsonMapper json = new JsonMapper();

    Vaults(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** Credentials as they lie in the database. */
    record Vault(BrandId brand, AccountId account, String context, byte[] sealed, int turn) {}

    /** Those of the accounts that are connected. */
    List<Vault> of(Collection<AccountId> ids) {
        return jdbc.sql("""
                select brand_id, id, network, place, credentials, turn from account
                where id = any(:ids) and health <> 'CLOSED'
                """)
                .param("ids", ids.stream().map(AccountId::value).toArray(Long[]::new))
                .query((row, n) -> vault(row))
                .list();
    }

    /** The same over many brands, each in its own scope. */
    List<Vault> of(Map<BrandId, ? extends Collection<AccountId>> ids) {
        var brands = new ArrayList<Long>();
        var accounts = new ArrayList<Long>();
        ids.forEach((brand, those) -> those.forEach(account -> {
            brands.add(brand.value());
            accounts.add(account.value());
        }));
        return jdbc.sql("""
                select brand_id, id, network, place, credentials, turn from vaults(:brands::bigint[], :accounts::bigint[])
                """)
                .param("brands", brands.toArray(Long[]::new))
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, n) -> vault(row))
                .list();
    }

    private static Vault vault(ResultSet row) throws SQLException {
        var brand = new BrandId(row.getLong("brand_id"));
        return new Vault(
                brand,
                new AccountId(row.getLong("id")),
                context(brand, row.getString("network"), row.getString("place")),
                row.getBytes("credentials"),
                row.getInt("turn"));
    }

    List<AccountId> all() {
        return jdbc.sql("select id from account where health <> 'CLOSED'")
                .query((row, n) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** False where other credentials were saved since {@code vault} was read: then these are not. */
    boolean put(Vault vault, byte[] sealed) {
        return save("turn + 1", vault, sealed);
    }

    /** The same credentials under another key: what a renewal brings meanwhile wins. */
    boolean reseal(Vault vault) {
        return save("turn", vault, secrets.seal(secrets.open(vault.sealed(), vault.context()), vault.context()));
    }

    private boolean save(String turn, Vault vault, byte[] sealed) {
        return jdbc.sql("update account set credentials = :sealed, turn = " + turn
                                + " where id = :id and turn = :turn and health <> 'CLOSED'")
                        .param("sealed", sealed)
                        .param("id", vault.account().value())
                        .param("turn", vault.turn())
                        .update()
                == 1;
    }

    byte[] seal(Map<String, String> values, String context) {
        return secrets.seal(json.writeValueAsBytes(values), context);
    }

    /** @throws IllegalStateException when the keys of the home folder don't open it */
    Map<String, String> opened(Vault vault) {
        return Map.copyOf(json.readValue(secrets.open(vault.sealed(), vault.context()), NAMED));
    }

    static String context(BrandId brand, String network, String place) {
        return "account:" + brand + ":" + network + ":" + place;
    }
}
