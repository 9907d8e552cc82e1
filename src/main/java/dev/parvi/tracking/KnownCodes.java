package dev.parvi.tracking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where codes lead, of all brands: kept for a minute, at most {@link #MOST} twice. Two generations take turns, so that what is
 * asked for stays and nothing needs to be sorted.
 */
@Component
class KnownCodes {

    static final int MOST = 100_000;

    private static final long FRESH = TimeUnit.SECONDS.toNanos(60);
    /** So many look in the table at once: made-up codes never take the pool's connections. */
    private static final int LOOKING_MOST = 3;

    private final JdbcClient worker;
    private final Semaphore looking = new Semaphore(LOOKING_MOST);
    private volatile Map<String, Known> young = new ConcurrentHashMap<>();
    private volatile Map<String, Known> old = new ConcurrentHashMap<>();

    KnownCodes(@Qualifier("worker") JdbcClient worker) {
        this.worker = worker;
    }

    /** @param target null for one that leads nowhere */
    record Known(int brand, int link, @Nullable String target, long since) {

        private boolean fresh() {
            return System.nanoTime() - since < FRESH;
        }
    }

    /** @return null where nobody may look now: too many codes are asked for that aren't known */
    @Nullable
    Known of(String code) {
        var there = young.get(code);
        if (there != null && there.fresh()) {
            return there;
        }
        var before = old.get(code);
        if (before != null && before.fresh()) {
            keep(code, before);
            return before;
        }
        return looked(code);
    }

    void forget(String code) {
        young.remove(code);
        old.remove(code);
    }

    private void keep(String code, Known known) {
        if (young.size() >= MOST) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(code, known);
    }

    /** The page that it leads to is told by which link, for the site's script. */
    private static String named(String target, String code) {
        var hash = target.indexOf('#');
        var whole = hash < 0 ? target : target.substring(0, hash);
        return whole + (whole.indexOf('?') < 0 ? "?" : "&") + "pv=" + code + (hash < 0 ? "" : target.substring(hash));
    }

    private @Nullable Known looked(String code) {
        try {
            if (!looking.tryAcquire(1, TimeUnit.SECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            var known = worker.sql("""
                    select brand_id, id, target from tracked_link where code = :code and stopped_at is null
                    """)
                    .param("code", code)
                    .query((row, n) ->
                            new Known(row.getInt(1), row.getInt(2), named(row.getString(3), code), System.nanoTime()))
                    .optional()
                    .orElseGet(() -> new Known(0, 0, null, System.nanoTime()));
            keep(code, known);
            return known;
        } finally {
            looking.release();
        }
    }
}
