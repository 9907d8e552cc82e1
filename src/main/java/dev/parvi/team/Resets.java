package dev.parvi.team;

import dev.parvi.platform.Token;
import dev.parvi.shared.MemberId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links by which a new password may be set. */
@Repository
class Resets {

    private final JdbcClient jdbc;

    Resets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String token, MemberId member, Instant expires) {
        jdbc.sql("insert into password_reset (token, member_id, expires_at) values (:token, :member, :expires)")
                .param("token", Token.hash(token))
                .param("member", member.value())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    int open(MemberId member, Instant now) {
        return jdbc.sql("select count(*) from password_reset where member_id = :member and expires_at > :now")
                .param("member", member.value())
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    boolean isGood(String token, Instant now) {
        return jdbc.sql("select exists (select from password_reset where token = :token and expires_at > :now)")
                .param("token", Token.hash(token))
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Whose link it was; it's used up by asking, so that of two who hold it one only gets through. */
    Optional<MemberId> take(String token, Instant now) {
        return jdbc.sql("delete from password_reset where token = :token and expires_at > :now returning member_id")
                .param("token", Token.hash(token))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new MemberId(row.getLong("member_id")))
                .optional();
    }

    void forget(MemberId member) {
        jdbc.sql("delete from password_reset where member_id = :member")
                .param("member", member.value())
                .update();
    }
}
