package dev.parvi.tracking;

import dev.parvi.shared.BrandId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose site reports, by what stands in its snippet; kept for a minute. */
@Component
class KnownSites {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(60);
    private static final int MOST = 10_000;

    private final JdbcClient worker;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    KnownSites(@Qualifier("worker") JdbcClient worker) {
        this.worker = worker;
    }

    /** A brand's site. */
    record Site(BrandId brand, TrackingRules rules) {}

    private record Kept(Optional<Site> site, long since) {}

    Optional<Site> of(String site) {
        if (!Codes.sound(site)) {
            return Optional.empty();
        }
        var there = kept.get(site);
        if (there != null && System.nanoTime() - there.since() < FRESH) {
            return there.site();
        }
        var found = worker.sql("select * from tracking where site = :site")
                .param("site", site)
                .query((row, n) -> new Site(new BrandId(row.getLong("brand_id")), Trackings.rules(row)))
                .optional();
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(site, new Kept(found, System.nanoTime()));
        return found;
    }

    void forget(String site) {
        kept.remove(site);
    }
}
