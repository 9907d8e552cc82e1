package dev.parvi.team;

import dev.parvi.platform.Token;
import dev.parvi.shared.BrandId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations that still wait. */
@Repository
class Invitations {

    private static final String SHOWN = """
            select i.id, i.brand_id, i.brand_name, i.brand_handle, i.email, i.roles, m.name as by, i.expires_at
            from invitation i join member m on m.id = i.invited_by
            """;

    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Seat seat, String token, Invitation offer, Instant now) {
        jdbc.sql("""
                insert into invitation
                    (brand_id, token, email, roles, invited_by, made_at, expires_at, brand_name, brand_handle)
                values (:brand, :token, :email, :roles, :by, :now, :expires, :name, :handle)
                """)
                .param("brand", seat.brand().value())
                .param("token", Token.hash(token))
                .param("email", offer.email())
                .param("roles", offer.roles().stream().map(Role::name).toArray(String[]::new))
                .param("by", seat.member().value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(offer.expiresAt()))
                .param("name", offer.brandName())
                .param("handle", offer.brandHandle())
                .update();
    }

    List<Invitation> open(Instant now) {
        return jdbc.sql(SHOWN + "where i.expires_at > :now order by i.id")
                .param("now", Timestamp.from(now))
                .query((row, n) -> invitation(row))
                .list();
    }

    /** For which brand a link is; its scope has to be entered before the rest is seen. */
    Optional<BrandId> brand(String token) {
        return jdbc.sql("select invitation_brand(:token)")
                .param("token", Token.hash(token))
                .query((row, n) -> row.getLong(1) == 0 ? null : new BrandId(row.getLong(1)))
                .optional();
    }

    Optional<Invitation> find(String token, Instant now) {
        return jdbc.sql(SHOWN + "where i.token = :token and i.expires_at > :now")
                .param("token", Token.hash(token))
                .param("now", Timestamp.from(now))
                .query((row, n) -> invitation(row))
                .optional();
    }

    /** Whether it was still there: of two who hold the link, one only gets the seat. */
    boolean take(String token) {
        return jdbc.sql("delete from invitation where token = :token")
                        .param("token", Token.hash(token))
                        .update()
                == 1;
    }

    boolean withdraw(long id) {
        return jdbc.sql("delete from invitation where id = :id").param("id", id).update() == 1;
    }

    void forget(Instant now) {
        jdbc.sql("delete from invitation where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getLong("id"),
                new BrandId(row.getLong("brand_id")),
                row.getString("brand_name"),
                row.getString("brand_handle"),
                row.getString("email"),
                Memberships.roles(row.getArray("roles")),
                row.getString("by"),
                row.getTimestamp("expires_at").toInstant());
    }
}
