package dev.parvi.audience;

import dev.parvi.audience.Crowd.Face;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People of the audience as a list shows them, in the brand whose scope it is. */
@Repository
class Faces {

    private static final String SHOWN = """
            select o.*, f.accounts, f.joined, f.gone from onlooker o cross join lateral (
                select array_agg(account_id order by account_id) filter (where left_at is null) accounts, max(joined_at) joined,
                    case when bool_and(left_at is not null) then max(left_at) end gone
                from follow f where f.brand_id = o.brand_id and f.onlooker_id = o.id) f
            where o.brand_id = current_brand() and o.erased_at is null and (o.name, o.handle) <> ('', '')
            """;

    private final JdbcClient jdbc;

    Faces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest first.
     *
     * @param fit empty for all
     * @param before numbers below this
     */
    List<Face> page(String fit, long before, int most) {
        return jdbc.sql(SHOWN + " and (:fit = '' or o.fit = :fit) and o.id < :before order by o.id desc limit :most")
                .param("fit", fit)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> face(row))
                .list();
    }

    /** Those with these numbers in the inbox. */
    List<Face> profiles(List<Long> profiles) {
        return jdbc.sql(SHOWN + " and o.profile_id = any(:ids)")
                .param("ids", profiles.toArray(Long[]::new))
                .query((row, n) -> face(row))
                .list();
    }

    private static Face face(ResultSet row) throws SQLException {
        var accounts = row.getArray("accounts");
        return new Face(
                row.getLong("id"),
                row.getObject("profile_id", Long.class),
                row.getString("network"),
                row.getString("name"),
                row.getString("handle"),
                row.getString("about"),
                row.getString("place"),
                web(row.getString("address")),
                Fit.read(row.getString("fit"), row.getString("reasons")),
                row.getString("language"),
                row.getTimestamp("judged_at") != null,
                time(row.getTimestamp("joined")),
                time(row.getTimestamp("gone")),
                time(row.getTimestamp("spoke_at")),
                accounts == null ? List.of() : List.of((Long[]) accounts.getArray()));
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable URI web(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?") ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
