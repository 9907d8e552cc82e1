package dev.parvi.tracking;

import dev.parvi.platform.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows a browser again on the same day (of UTC) and for the same brand, without keeping who it is: 64 bits of a SHA-256 over the day's salt, the
 * brand, the address and what the browser calls itself. The salt is sealed, shared by all nodes and thrown away
 * {@link #KEPT_DAYS} days later.
 */
@Component
class Salts {

    static final int KEPT_DAYS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Salts.class);

    private static final long DAY = 86_400_000;
    /** How long before midnight tomorrow's is read, in milliseconds. */
    private static final long AHEAD = 600_000;

    private static final int BYTES = 16;
    private static final String CONTEXT = "tracking.salt";

    private final JdbcClient worker;
    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Map<Long, byte[]> known = Map.of();

    Salts(@Qualifier("worker") JdbcClient worker, Secrets secrets) {
        this.worker = worker;
        this.secrets = secrets;
    }

    /** @param at milliseconds of the epoch */
    long visitor(int brand, String address, String agent, long at) {
        return hash(salt(at), brand, address, agent);
    }

    /** Of what a browser remembers, where its brand has that switched on: the same on all days. */
    static long remembered(int brand, String memory) {
        return hash(CONTEXT.getBytes(StandardCharsets.UTF_8), brand, "memory", memory);
    }

    private static long hash(byte[] salt, int brand, String one, String two) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(brand).array());
            digest.update(one.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(two.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws away what nobody needs any more. */
    void forget(LocalDate today) {
        worker.sql("delete from visit_salt where day < :day")
                .param("day", today.minusDays(KEPT_DAYS))
                .update();
        known = Map.of();
    }

    private byte[] salt(long at) {
        var day = Math.floorDiv(at, DAY);
        if (Math.floorMod(at, DAY) > DAY - AHEAD && !known.containsKey(day + 1)) {
            ahead(day + 1);
        }
        var there = known.get(day);
        return there != null ? there : read(day);
    }

    /** So that nobody waits for it at midnight, whatever the database does then. */
    private void ahead(long day) {
        try {
            read(day);
        } catch (DataAccessException e) {
            LOG.debug("Tomorrow's salt is read later", e);
        }
    }

    private byte[] read(long day) {
        lock.lock();
        try {
            var there = known.get(day);
            if (there != null) {
                return there;
            }
            var fresh = new byte[BYTES];
            random.nextBytes(fresh);
            var date = LocalDate.ofEpochDay(day);
            worker.sql("insert into visit_salt (day, salt) values (:day, :salt) on conflict (day) do nothing")
                    .param("day", date)
                    .param("salt", secrets.seal(fresh, CONTEXT))
                    .update();
            var sealed = worker.sql("select salt from visit_salt where day = :day")
                    .param("day", date)
                    .query((row, n) -> row.getBytes(1))
                    .single();
            var more = new HashMap<>(known);
            var salt = secrets.open(sealed, CONTEXT);
            more.put(day, salt);
            known = Map.copyOf(more);
            return salt;
        } finally {
            lock.unlock();
        }
    }
}
