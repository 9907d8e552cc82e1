package dev.parvi.community;

import dev.parvi.connector.Fault;
import dev.parvi.shared.AccountId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where each account of the brand whose scope it is was read to. */
@Repository
class Readings {

    private final JdbcClient jdbc;

    Readings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param windowAt since when {@code calls} were made; null before the first
     * @param fault why it failed last; null where it didn't
     */
    record State(
            String network,
            String cursor,
            @Nullable Instant nextAt,
            Instant aliveAt,
            @Nullable Instant readAt,
            int failures,
            @Nullable Fault fault,
            @Nullable Instant windowAt,
            int calls) {}

    /** Has it read from now on; nothing where it is already. */
    void enlist(AccountId account, String network, Instant now) {
        jdbc.sql("""
                insert into reading (brand_id, account_id, network, next_at, alive_at)
                values (current_brand(), :account, :network, :now, :now)
                on conflict do nothing
                """)
                .param("account", account.value())
                .param("network", network)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<State> get(AccountId account) {
        return jdbc.sql("select * from reading where account_id = :account")
                .param("account", account.value())
                .query((row, n) -> new State(
                        row.getString("network"),
                        row.getString("cursor"),
                        instant(row.getTimestamp("next_at")),
                        row.getTimestamp("alive_at").toInstant(),
                        instant(row.getTimestamp("read_at")),
                        row.getInt("failures"),
                        row.getString("fault_code") == null
                                ? null
                                : new Fault(row.getString("fault_code"), row.getString("fault_detail")),
                        instant(row.getTimestamp("window_at")),
                        row.getInt("calls")))
                .optional();
    }

    /** Takes the account for oneself; false where somebody else reads it. */
    boolean lease(AccountId account, UUID reader, Instant until, Instant now) {
        return jdbc.sql("""
                        update reading set leased_by = :reader, lease_until = :until
                        where account_id = :account and (lease_until is null or lease_until <= :now)
                        """)
                        .param("account", account.value())
                        .param("reader", reader.toString(), Types.OTHER)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Saves how far was read. False where the lease is another's by now: then nothing of this reading may be kept. */
    boolean advance(AccountId account, UUID reader, String cursor, boolean alive, Instant now) {
        return jdbc.sql("""
                        update reading set cursor = :cursor, read_at = :now, failures = 0, fault_code = null, fault_detail = null,
                            alive_at = case when :alive then :now else alive_at end
                        where account_id = :account and leased_by = :reader
                        """)
                        .param("account", account.value())
                        .param("reader", reader.toString(), Types.OTHER)
                        .param("cursor", Clean.text(cursor, Clean.TEXT))
                        .param("alive", alive)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether the lease is still one's own; holds it until the transaction ends. */
    boolean holds(AccountId account, UUID reader) {
        return jdbc.sql("select 1 from reading where account_id = :account and leased_by = :reader for update")
                .param("account", account.value())
                .param("reader", reader.toString(), Types.OTHER)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void counted(AccountId account, UUID reader, Instant windowAt, int calls) {
        jdbc.sql("""
                update reading set window_at = :window, calls = :calls where account_id = :account and leased_by = :reader
                """)
                .param("account", account.value())
                .param("reader", reader.toString(), Types.OTHER)
                .param("window", windowAt.atOffset(ZoneOffset.UTC))
                .param("calls", calls)
                .update();
    }

    /** Lets the account go until {@code next}; at once where something stirred since the reading began. Null: for a person. */
    void rest(AccountId account, UUID reader, Instant began, @Nullable Instant next) {
        jdbc.sql("""
                update reading set leased_by = null, lease_until = null,
                    next_at = case when stirred_at >= :began then stirred_at else :next::timestamptz end
                where account_id = :account and leased_by = :reader
                """)
                .param("account", account.value())
                .param("reader", reader.toString(), Types.OTHER)
                .param("began", began.atOffset(ZoneOffset.UTC))
                .param("next", next == null ? null : next.toString())
                .update();
    }

    /** It could not be read. */
    void failed(AccountId account, UUID reader, Fault fault, int failures, @Nullable Instant next) {
        jdbc.sql("""
                update reading set leased_by = null, lease_until = null, failures = :failures,
                    fault_code = :code, fault_detail = :detail, next_at = :next::timestamptz
                where account_id = :account and leased_by = :reader
                """)
                .param("account", account.value())
                .param("reader", reader.toString(), Types.OTHER)
                .param("failures", failures)
                .param("code", fault.code())
                .param("detail", Clean.text(fault.detail(), Clean.ADDRESS))
                .param("next", next == null ? null : next.toString())
                .update();
    }

    /** There is news: read at once, unless the account waits for a person. */
    int stir(String network, Instant now) {
        return jdbc.sql("""
                update reading set next_at = case when next_at is null then null else :now end, stirred_at = :now, alive_at = :now
                where network = :network
                """)
                .param("network", network)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Something of ours is out, or a person signed in again: read soon.
     *
     * @return how many of them are read at all
     */
    int wake(Collection<AccountId> accounts, Instant now) {
        return jdbc.sql("""
                update reading set next_at = :now, stirred_at = :now, alive_at = :now, failures = 0 where account_id = any(:accounts)
                """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
