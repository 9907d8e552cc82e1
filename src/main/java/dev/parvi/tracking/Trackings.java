package dev.parvi.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the brand whose scope it is tracks. */
@Repository
class Trackings {

    private final JdbcClient jdbc;

    Trackings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it's set, or as it's usual; what isn't there yet is written down, so that the site keeps its name. */
    TrackingRules current() {
        return found().orElseGet(() -> {
            jdbc.sql("""
                    insert into tracking (brand_id, site) values (current_brand(), :site) on conflict (brand_id) do nothing
                    """).param("site", Codes.fresh()).update();
            return found().orElseThrow();
        });
    }

    private Optional<TrackingRules> found() {
        return jdbc.sql("select * from tracking where brand_id = current_brand()")
                .query((row, n) -> rules(row))
                .optional();
    }

    void put(TrackingRules rules) {
        jdbc.sql("""
                update tracking set domain = :domain, utm_source = :source, utm_medium = :medium, utm_campaign = :campaign,
                    utm_content = :content, hosts = :hosts, memory = :memory, keep_days = :days
                where brand_id = current_brand()
                """)
                .param("domain", rules.domain())
                .param("source", rules.source())
                .param("medium", rules.medium())
                .param("campaign", rules.campaign())
                .param("content", rules.content())
                .param("hosts", rules.hosts().toArray(String[]::new))
                .param("memory", rules.memory())
                .param("days", rules.keepDays())
                .update();
    }

    static TrackingRules rules(ResultSet row) throws SQLException {
        return new TrackingRules(
                row.getString("domain"),
                row.getString("utm_source"),
                row.getString("utm_medium"),
                row.getString("utm_campaign"),
                row.getString("utm_content"),
                row.getString("site"),
                List.of((String[]) row.getArray("hosts").getArray()),
                row.getBoolean("memory"),
                row.getInt("keep_days"));
    }
}
