package dev.parvi.team;

import dev.parvi.platform.Token;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tries at passwords. Kept in the database, so that several nodes count together. */
@Repository
class Tries {

    static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    Tries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String email, String address, Instant now) {
        jdbc.sql("insert into sign_in_try (account, address, at) values (:account, :address, :now)")
                .param("account", account(email))
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
    }

    int ofAccount(String email, Instant now) {
        return jdbc.sql("select count(*) from sign_in_try where account = :account and at > :since")
                .param("account", account(email))
                .param("since", Timestamp.from(now.minus(REMEMBERED)))
                .query(Integer.class)
                .single();
    }

    int ofAddress(String address, Instant now) {
        return jdbc.sql("select count(*) from sign_in_try where address = :address and at > :since")
                .param("address", address)
                .param("since", Timestamp.from(now.minus(REMEMBERED)))
                .query(Integer.class)
                .single();
    }

    /** After a right password: the account starts anew, and so does its share of the address. */
    void forgive(String email) {
        jdbc.sql("delete from sign_in_try where account = :account")
                .param("account", account(email))
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from sign_in_try where at <= :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static byte[] account(String email) {
        return Token.hash(email.strip().toLowerCase(Locale.ROOT));
    }
}
