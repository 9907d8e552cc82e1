package dev.parvi.publishing;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This process among those that share the database. It holds an advisory lock on its number for as long as its
 * connection lives; the lock goes the moment the process dies, and that's how the others know.
 */
@Component
class Node implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final int SPACE = 0x70617276;

    private final DataSource source;
    private final JdbcClient worker;
    private final int number = new SecureRandom().nextInt(1, Integer.MAX_VALUE);
    private @Nullable Connection held;

    Node(@Qualifier("worker") DataSource source, @Qualifier("worker") JdbcClient worker) {
        this.source = source;
        this.worker = worker;
    }

    long number() {
        return number;
    }

    /** Takes the lock, or makes sure that it's still held. False while the database can't be reached: nothing may be claimed. */
    synchronized boolean alive() {
        try {
            if (held != null && held.isValid(2)) {
                return true;
            }
            close();
            held = source.getConnection();
            try (var statement = held.prepareStatement("select pg_advisory_lock(?, ?)")) {
                statement.setInt(1, SPACE);
                statement.setInt(2, number);
                statement.execute();
            }
            return true;
        } catch (SQLException e) {
            LOG.warn("The database can't be reached, so nothing is claimed: {}", e.getMessage());
            close();
            return false;
        }
    }

    /** Whether another node is gone. Call it in a transaction: the lock that shows it is let go at its end. */
    boolean gone(long other) {
        return Boolean.TRUE.equals(worker.sql("select pg_try_advisory_xact_lock(:space, :other)")
                .param("space", SPACE)
                .param("other", (int) other)
                .query(Boolean.class)
                .single());
    }

    @Override
    public synchronized void destroy() {
        close();
    }

    private void close() {
        if (held != null) {
            try {
                held.close();
            } catch (SQLException ignored) {
                LOG.debug("The connection was gone already");
            }
            held = null;
        }
    }
}
