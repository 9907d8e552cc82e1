package dev.parvi.listening;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who tells us of news without being asked, over all brands: the worker's. */
@Repository
class Hubs {

    private final JdbcClient jdbc;

    Hubs(@Qualifier("worker") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A source that has a hub. */
    record Hub(BrandId brand, SourceId source, String address, String topic) {}

    /** What was asked of a hub; {@code secret} is sealed. */
    record Asked(BrandId brand, SourceId source, String topic, String state, byte[] secret) {}

    /** Those that nobody has asked yet, or whose promise is over; nobody else gets them before {@code until}. */
    List<Hub> claim(int most, Instant until, Instant now) {
        return jdbc.sql("""
                        with due as (
                            select brand_id, source_id from fetching
                            where hub <> '' and next_at is not null and (hub_until is null or hub_until < :now)
                            order by hub_until nulls first limit :most for update skip locked)
                        update fetching f set hub_until = :until from due where f.brand_id = due.brand_id and f.source_id = due.source_id
                        returning f.brand_id, f.source_id, f.hub, f.hub_topic
                        """)
                .param("most", most)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Hub(
                        new BrandId(row.getLong("brand_id")),
                        new SourceId(row.getLong("source_id")),
                        row.getString("hub"),
                        row.getString("hub_topic")))
                .list();
    }

    /** Before the hub is called, since it may answer first. */
    void ask(Hub hub, UUID path, byte[] secret) {
        jdbc.sql("""
                        update fetching set hub_state = 'ASKED', hub_path = :path::uuid, hub_secret = :secret
                        where brand_id = :brand and source_id = :source
                        """)
                .param("path", path.toString())
                .param("secret", secret)
                .param("brand", hub.brand().value())
                .param("source", hub.source().value())
                .update();
    }

    Optional<Asked> asked(UUID path) {
        return jdbc.sql("""
                        select brand_id, source_id, hub_topic, hub_state, hub_secret from fetching
                        where hub_path = :path::uuid and next_at is not null and hub_secret is not null
                        """).param("path", path.toString()).query(Hubs::asked).optional();
    }

    /** @param state TOLD or REFUSED */
    void answered(UUID path, String state, Instant until) {
        jdbc.sql("update fetching set hub_state = :state, hub_until = :until where hub_path = :path::uuid")
                .param("state", state)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("path", path.toString())
                .update();
    }

    private static Asked asked(ResultSet row, int n) throws SQLException {
        return new Asked(
                new BrandId(row.getLong("brand_id")),
                new SourceId(row.getLong("source_id")),
                row.getString("hub_topic"),
                row.getString("hub_state"),
                row.getBytes("hub_secret"));
    }
}
