package dev.parvi.account;

import dev.parvi.account.Account.Health;
import dev.parvi.brand.Brand;
import dev.parvi.connector.Fault;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.shared.AccountId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of the brand whose scope it is. */
@Repository
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where this place is known already, even if another transaction just wrote it. */
    Optional<AccountId> add(String network, Credentials brought, byte[] sealed, Instant now) {
        return jdbc.sql("""
                insert into account (brand_id, network, place, handle, name, address, credentials, since)
                values (current_brand(), :network, :place, :handle, :name, :address, :sealed, :now)
                on conflict (brand_id, network, place) do nothing
                returning id
                """)
                .param("network", network)
                .param("place", brought.place())
                .param("handle", brought.handle())
                .param("name", brought.name())
                .param("address", brought.address().toString())
                .param("sealed", sealed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new AccountId(row.getLong(1)))
                .optional();
    }

    /** Signed in again: well, by the names it has now. */
    void revive(AccountId id, Credentials brought, byte[] sealed) {
        jdbc.sql("""
                update account set handle = :handle, name = :name, address = :address, credentials = :sealed,
                    turn = turn + 1, health = 'WELL', fault_code = null, fault_detail = null
                where id = :id
                """)
                .param("handle", brought.handle())
                .param("name", brought.name())
                .param("address", brought.address().toString())
                .param("sealed", sealed)
                .param("id", id.value())
                .update();
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

    /** Held until the transaction ends, so that two sign-ins to the same place come one after the other. */
    Optional<Account> at(String network, String place) {
        return jdbc.sql("select * from account where network = :network and place = :place for update")
                .param("network", network)
                .param("place", place)
                .query((row, n) -> account(row))
                .optional();
    }

    /** True the first time only. */
    boolean lose(AccountId id, Fault fault) {
        return jdbc.sql("""
                        update account set health = 'REAUTH', fault_code = :code, fault_detail = :detail
                        where id = :id and health = 'WELL'
                        """)
                        .param("code", fault.code())
                        .param("detail", fault.detail())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void close(AccountId id) {
        jdbc.sql("""
                update account set health = 'CLOSED', credentials = '', turn = turn + 1,
                    fault_code = null, fault_detail = null
                where id = :id
                """).param("id", id.value()).update();
    }

    void aim(AccountId id, Set<Brand.Aim> aims) {
        jdbc.sql("update account set aims = :aims where id = :id")
                .param("aims", aims.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        var aims = EnumSet.noneOf(Brand.Aim.class);
        Arrays.stream((String[]) row.getArray("aims").getArray())
                .map(Brand.Aim::valueOf)
                .forEach(aims::add);
        return new Account(
                new AccountId(row.getLong("id")),
                row.getString("network"),
                row.getString("place"),
                row.getString("handle"),
                row.getString("name"),
                URI.create(row.getString("address")),
                aims,
                Health.valueOf(row.getString("health")),
                fault(row),
                row.getTimestamp("since").toInstant());
    }

    private static @Nullable Fault fault(ResultSet row) throws SQLException {
        var code = row.getString("fault_code");
        return code == null ? null : new Fault(code, row.getString("fault_detail"));
    }
}
