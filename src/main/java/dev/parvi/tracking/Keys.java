package dev.parvi.tracking;

import dev.parvi.shared.BrandId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** With what the company's own servers sign in. */
@Repository
class Keys {

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    Keys(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** @param secret sealed */
    record Kept(BrandId brand, long id, byte[] hash, byte[] secret) {}

    /** As members see it. */
    record Line(
            long id,
            String name,
            String open,
            Instant madeAt,
            @Nullable Instant usedAt) {}

    void add(String name, String open, byte[] hash, byte[] secret, Instant now) {
        jdbc.sql("""
                insert into tracking_key (brand_id, name, public, hash, secret, made_at)
                values (current_brand(), :name, :open, :hash, :secret, :now)
                """)
                .param("name", name)
                .param("open", open)
                .param("hash", hash)
                .param("secret", secret)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Line> all() {
        return jdbc.sql("""
                select id, name, public, made_at, used_at from tracking_key
                where brand_id = current_brand() and revoked_at is null order by id
                """)
                .query((row, n) -> new Line(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant()))
                .list();
    }

    void revoke(long id, Instant now) {
        jdbc.sql("update tracking_key set revoked_at = :now where brand_id = current_brand() and id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Of all brands, by what it calls itself. */
    Optional<Kept> open(String open) {
        return worker.sql(
                        "select brand_id, id, hash, secret from tracking_key where public = :open and revoked_at is null")
                .param("open", open)
                .query((row, n) ->
                        new Kept(new BrandId(row.getLong(1)), row.getLong(2), row.getBytes(3), row.getBytes(4)))
                .optional();
    }

    /** Noted once an hour at the most. */
    void used(Kept key, Instant now) {
        worker.sql("""
                update tracking_key set used_at = :now
                where brand_id = :brand and id = :id and (used_at is null or used_at < :now - interval '1 hour')
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("brand", key.brand().value())
                .param("id", key.id())
                .update();
    }

    List<Kept> toReseal() {
        return jdbc.sql("select brand_id, id, hash, secret from tracking_key where brand_id = current_brand()")
                .query((row, n) ->
                        new Kept(new BrandId(row.getLong(1)), row.getLong(2), row.getBytes(3), row.getBytes(4)))
                .list();
    }

    void reseal(long id, byte[] secret) {
        jdbc.sql("update tracking_key set secret = :secret where brand_id = current_brand() and id = :id")
                .param("secret", secret)
                .param("id", id)
                .update();
    }
}
