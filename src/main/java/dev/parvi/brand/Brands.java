package dev.parvi.brand;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The brands, seen one at a time or all those of one member. */
@Repository
class Brands {

    private final JdbcClient jdbc;

    Brands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BrandId next() {
        return new BrandId(jdbc.sql("select nextval(pg_get_serial_sequence('brand', 'id'))")
                .query(Long.class)
                .single());
    }

    void add(Brand brand) {
        jdbc.sql("""
                insert into brand (id, handle, name, zone, language, does, aims, accent, approval, late_seconds, sample)
                values (:id, :handle, :name, :zone, :language, :does, :aims, :accent, :approval, :late, :sample)
                """)
                .param("id", brand.id().value())
                .param("handle", brand.handle())
                .param("name", brand.name())
                .param("zone", brand.zone().getId())
                .param("language", brand.language().toLanguageTag())
                .param("does", brand.does())
                .param("aims", brand.aims().stream().map(Brand.Aim::name).toArray(String[]::new))
                .param("accent", brand.accent())
                .param("approval", brand.approval())
                .param("late", brand.lateLimit().toSeconds())
                .param("sample", brand.sample())
                .update();
    }

    /** All but its handle. */
    void change(Brand brand) {
        jdbc.sql("""
                update brand set name = :name, zone = :zone, language = :language, does = :does, aims = :aims, accent = :accent,
                    approval = :approval, late_seconds = :late
                where id = :id
                """)
                .param("id", brand.id().value())
                .param("name", brand.name())
                .param("zone", brand.zone().getId())
                .param("language", brand.language().toLanguageTag())
                .param("does", brand.does())
                .param("aims", brand.aims().stream().map(Brand.Aim::name).toArray(String[]::new))
                .param("accent", brand.accent())
                .param("approval", brand.approval())
                .param("late", brand.lateLimit().toSeconds())
                .update();
    }

    /** The one whose scope it is, and by cascade all that belongs to it. */
    void remove() {
        jdbc.sql("delete from brand where id = current_brand() and sample").update();
    }

    Optional<Brand> get(BrandId id) {
        return jdbc.sql("select * from brand where id = :id")
                .param("id", id.value())
                .query((row, n) -> brand(row))
                .optional();
    }

    /** Those of the member whose scope it is. */
    List<Brand> mine() {
        return jdbc.sql("select * from brand order by name")
                .query((row, n) -> brand(row))
                .list();
    }

    Optional<Branding.Entered> entered(MemberId member, String handle) {
        return jdbc.sql("select * from entered_brand(:handle, :member)")
                .param("handle", handle)
                .param("member", member.value())
                .query((row, n) -> {
                    var brand = brand(row);
                    return new Branding.Entered(
                            new Seat(member, row.getString("member_name"), brand.id(), roles(row)), brand);
                })
                .optional();
    }

    Optional<BrandId> named(String handle) {
        return jdbc.sql("select brand_by_handle(:handle)")
                .param("handle", handle)
                .query((row, n) -> row.getLong(1) == 0 ? null : new BrandId(row.getLong(1)))
                .optional();
    }

    List<BrandId> all() {
        return jdbc.sql("select all_brands()")
                .query((row, n) -> new BrandId(row.getLong(1)))
                .list();
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }

    private static Brand brand(ResultSet row) throws SQLException {
        var aims = EnumSet.noneOf(Brand.Aim.class);
        Arrays.stream((String[]) row.getArray("aims").getArray())
                .map(Brand.Aim::valueOf)
                .forEach(aims::add);
        return new Brand(
                new BrandId(row.getLong("id")),
                row.getString("handle"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("does"),
                aims,
                row.getString("accent"),
                row.getBoolean("approval"),
                Duration.ofSeconds(row.getLong("late_seconds")),
                row.getBoolean("sample"));
    }
}
