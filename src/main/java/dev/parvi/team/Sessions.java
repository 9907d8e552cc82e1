package dev.parvi.team;

import dev.parvi.platform.Token;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The browsers that members are signed in with. */
@Repository
class Sessions {

    private static final String SHOWN = """
            select s.id, s.made_at, s.seen_at, s.agent, s.address, s.brand_handle,
                   m.id as member_id, m.email, m.name, m.language
            from session s join member m on m.id = s.member_id
            """;

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String token, MemberId member, Device device, Instant now) {
        jdbc.sql("""
                insert into session (token, member_id, made_at, seen_at, agent, address)
                values (:token, :member, :now, :now, :agent, :address)
                """)
                .param("token", Token.hash(token))
                .param("member", member.value())
                .param("now", Timestamp.from(now))
                .param("agent", device.agent())
                .param("address", device.address())
                .update();
    }

    /** Only those seen after the instant, of members who are not closed. */
    Optional<SignedIn> find(String token, Instant after) {
        return jdbc.sql(SHOWN + "where s.token = :token and s.seen_at > :after and m.closed_at is null")
                .param("token", Token.hash(token))
                .param("after", Timestamp.from(after))
                .query((row, n) -> session(row))
                .optional();
    }

    List<SignedIn> of(MemberId member, Instant after) {
        return jdbc.sql(SHOWN + "where s.member_id = :member and s.seen_at > :after order by s.seen_at desc, s.id")
                .param("member", member.value())
                .param("after", Timestamp.from(after))
                .query((row, n) -> session(row))
                .list();
    }

    void seen(long id, String address, Instant now) {
        jdbc.sql("update session set seen_at = :now, address = :address where id = :id")
                .param("id", id)
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
    }

    void workedIn(long id, String handle) {
        jdbc.sql("update session set brand_handle = :handle where id = :id")
                .param("id", id)
                .param("handle", handle)
                .update();
    }

    void end(String token) {
        jdbc.sql("delete from session where token = :token")
                .param("token", Token.hash(token))
                .update();
    }

    void end(MemberId member, long id) {
        jdbc.sql("delete from session where member_id = :member and id = :id")
                .param("member", member.value())
                .param("id", id)
                .update();
    }

    /** @param kept the one that stays; 0 for none */
    void endAll(MemberId member, long kept) {
        jdbc.sql("delete from session where member_id = :member and id <> :kept")
                .param("member", member.value())
                .param("kept", kept)
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from session where seen_at <= :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static SignedIn session(ResultSet row) throws SQLException {
        return new SignedIn(
                row.getLong("id"),
                new Member(
                        new MemberId(row.getLong("member_id")),
                        row.getString("email"),
                        row.getString("name"),
                        Locale.of(row.getString("language"))),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                new Device(row.getString("agent"), row.getString("address")),
                Objects.requireNonNullElse(row.getString("brand_handle"), ""));
    }
}
