package dev.parvi.tracking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where codes lead, of all brands: kept for a minute, at most {@link #MOST} twice. Two generations take turns, so that what is
 * asked for stays and nothing needs to be sorted. All who ask for codes that aren't known are looked up together, on one connection:
 * right after a start, when nothing is known, as well as where somebody makes codes up.
 */
@Component
class KnownCodes {

    static final int MOST = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(KnownCodes.class);
    private static final long FRESH = TimeUnit.SECONDS.toNanos(60);
    private static final long PATIENCE_SECONDS = 2;
    /** So many codes are asked for at once; who comes then is told to come again. */
    private static final int ASKED_MOST = 5_000;
    /** How long nobody looks again after the database gave no answer. */
    private static final long AWAY = TimeUnit.SECONDS.toNanos(1);

    private final JdbcClient worker;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicReference<Map<String, Asked>> asked = new AtomicReference<>(new ConcurrentHashMap<>());
    private volatile Map<String, Known> young = new ConcurrentHashMap<>();
    private volatile Map<String, Known> old = new ConcurrentHashMap<>();
    private volatile long awayUntil = System.nanoTime();

    KnownCodes(@Qualifier("worker") JdbcClient worker) {
        this.worker = worker;
    }

    /** @param target null for one that leads nowhere */
    record Known(int brand, int link, @Nullable String target, long since) {

        private boolean fresh() {
            return System.nanoTime() - since < FRESH;
        }
    }

    /** A code on its way; without an answer where the database gave none. */
    private static final class Asked {

        private volatile boolean done;
        private volatile @Nullable Known known;
    }

    /**
     * While the database is away a code leads where it led before.
     *
     * @return null where nobody may look now: too many codes are asked for that aren't known
     */
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
        var looked = looked(code);
        return looked != null ? looked : there != null ? there : before;
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
        if (awayUntil - System.nanoTime() > 0) {
            return null;
        }
        var all = asked.get();
        if (all.size() >= ASKED_MOST) {
            return null;
        }
        var mine = all.computeIfAbsent(code, any -> new Asked());
        try {
            if (looking.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    if (!mine.done) {
                        lookAllUp(code, mine);
                    }
                } finally {
                    looking.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return mine.known;
    }

    /** Whoever gets here first looks for all who have asked; mine too, if it came among them too late. */
    private void lookAllUp(String code, Asked mine) {
        var all = asked.getAndSet(new ConcurrentHashMap<>());
        all.put(code, mine);
        // Some may still be joining: they aren't among these, and look for themselves.
        var together = Map.copyOf(all);
        try {
            worker.sql("""
                    select code, brand_id, id, target from tracked_link where code = any(:codes) and stopped_at is null
                    """)
                    .param("codes", together.keySet().toArray(String[]::new))
                    .query(row -> {
                        var found = row.getString(1);
                        var target = named(row.getString(4), found);
                        answered(together, found, new Known(row.getInt(2), row.getInt(3), target, System.nanoTime()));
                    });
            together.forEach((each, waiting) -> {
                if (waiting.known == null) {
                    answered(together, each, new Known(0, 0, null, System.nanoTime()));
                }
            });
        } catch (DataAccessException e) {
            awayUntil = System.nanoTime() + AWAY;
            LOG.warn("Where links lead can't be looked up", e);
        } finally {
            together.values().forEach(each -> each.done = true);
        }
    }

    private void answered(Map<String, Asked> all, String code, Known known) {
        keep(code, known);
        var waiting = all.get(code);
        if (waiting != null) {
            waiting.known = known;
        }
    }
}
