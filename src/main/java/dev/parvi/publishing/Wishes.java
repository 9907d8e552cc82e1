package dev.parvi.publishing;

import dev.parvi.shared.MemberId;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of the brand whose scope it is wants to be told of what. */
@Repository
class Wishes {

    private final JdbcClient jdbc;

    Wishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Wish> of(MemberId member) {
        return jdbc.sql("select kinds, mail, push from alert_wish where member_id = :member")
                .param("member", member.value())
                .query((row, n) -> wish(row))
                .optional();
    }

    void put(Seat seat, Wish wish) {
        jdbc.sql("""
                insert into alert_wish (brand_id, member_id, kinds, mail, push)
                values (current_brand(), :member, :kinds, :mail, :push)
                on conflict (brand_id, member_id) do update
                set kinds = excluded.kinds, mail = excluded.mail, push = excluded.push
                """)
                .param("member", seat.member().value())
                .param(
                        "kinds",
                        wish.kinds().stream().map(AlertKind::name).sorted().toArray(String[]::new))
                .param("mail", wish.mail())
                .param("push", wish.push())
                .update();
    }

    /** All members of the brand. */
    List<Recipient> all() {
        return jdbc.sql("""
                select m.id, m.email, m.language, s.roles, w.kinds, w.mail, w.push
                from membership s
                join member m on m.id = s.member_id
                left join alert_wish w on w.brand_id = s.brand_id and w.member_id = s.member_id
                where m.closed_at is null order by m.id
                """).query((row, n) -> recipient(row)).list();
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                new MemberId(row.getLong("id")),
                row.getString("email"),
                Locale.of(row.getString("language")),
                row.getArray("kinds") == null ? Wish.usual(roles(row.getArray("roles"))) : wish(row));
    }

    private static Wish wish(ResultSet row) throws SQLException {
        var kinds = EnumSet.noneOf(AlertKind.class);
        names(row.getArray("kinds")).forEach(name -> kinds.add(AlertKind.valueOf(name)));
        return new Wish(kinds, row.getBoolean("mail"), row.getBoolean("push"));
    }

    private static Set<Role> roles(Array array) throws SQLException {
        return names(array).stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    private static List<String> names(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
