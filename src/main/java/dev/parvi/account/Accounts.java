package dev.parvi.account;

import dev.parvi.shared.AccountId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of the brand whose scope it is. */
@Repository
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AccountId add(String network, String place, String handle, String name, URI address, byte[] sealed) {
        return jdbc.sql("""
                insert into account (brand_id, network, place, handle, name, address, credentials)
                values (current_brand(), :network, :place, :handle, :name, :address, :sealed) returning id
                """)
                .param("network", network)
                .param("place", place)
                .param("handle", handle)
                .param("name", name)
                .param("address", address.toString())
                .param("sealed", sealed)
                .query((row, n) -> new AccountId(row.getLong(1)))
                .single();
    }

    List<Account> open() {
        return jdbc.sql("select * from account where health <> 'CLOSED' order by id")
                .query((row, n) -> account(row))
                .list();
    }

    Optional<Account> get(AccountId id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id.value())
                .query((row, n) -> account(row))
                .optional();
    }

    List<Sealed> sealed(Collection<AccountId> ids) {
        return jdbc.sql("select id, credentials, turn from account where id = any(:ids)")
                .param("ids", ids.stream().map(AccountId::value).toArray(Long[]::new))
                .query((row, n) ->
                        new Sealed(new AccountId(row.getLong("id")), row.getBytes("credentials"), row.getInt("turn")))
                .list();
    }

    /** Credentials as they lie in the database; {@code turn} rises with each renewal. */
    record Sealed(AccountId account, byte[] credentials, int turn) {}

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getLong("id")),
                row.getString("network"),
                row.getString("place"),
                row.getString("handle"),
                row.getString("name"),
                URI.create(row.getString("address")),
                Account.Health.valueOf(row.getString("health")),
                row.getString("note"),
                row.getTimestamp("since").toInstant());
    }
}
