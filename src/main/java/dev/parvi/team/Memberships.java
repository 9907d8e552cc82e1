package dev.parvi.team;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is what in which brand. */
@Repository
class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(BrandId brand, MemberId member, Set<Role> roles) {
        jdbc.sql("""
                insert into membership (brand_id, member_id, roles) values (:brand, :member, :roles)
                on conflict (brand_id, member_id) do update set roles = excluded.roles
                """)
                .param("brand", brand.value())
                .param("member", member.value())
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .update();
    }

    void remove(BrandId brand, MemberId member) {
        jdbc.sql("delete from membership where brand_id = :brand and member_id = :member")
                .param("brand", brand.value())
                .param("member", member.value())
                .update();
    }

    /** All of the brand whose scope it is, until the transaction ends; in one order, so that two lockers only wait. */
    void lock() {
        jdbc.sql("select member_id from membership order by member_id for update")
                .query(Long.class)
                .list();
    }

    List<Colleague> colleagues() {
        return jdbc.sql("""
                select m.id, m.email, m.name, m.language, s.roles, s.since
                from membership s join member m on m.id = s.member_id
                order by lower(m.name), m.id
                """)
                .query((row, n) -> new Colleague(
                        new Member(
                                new MemberId(row.getLong("id")),
                                row.getString("email"),
                                row.getString("name"),
                                Locale.of(row.getString("language"))),
                        roles(row.getArray("roles")),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    Optional<Seat> seat(BrandId brand, MemberId member) {
        return jdbc.sql("""
                select m.id, m.name, s.brand_id, s.roles from membership s join member m on m.id = s.member_id
                where s.brand_id = :brand and s.member_id = :member
                """)
                .param("brand", brand.value())
                .param("member", member.value())
                .query((row, n) -> new Seat(
                        new MemberId(row.getLong("id")),
                        row.getString("name"),
                        new BrandId(row.getLong("brand_id")),
                        roles(row.getArray("roles"))))
                .optional();
    }

    List<BrandId> brandsOf(MemberId member) {
        return jdbc.sql("select brand_id from membership where member_id = :member order by brand_id")
                .param("member", member.value())
                .query((row, n) -> new BrandId(row.getLong(1)))
                .list();
    }

    static Set<Role> roles(Array array) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) array.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
