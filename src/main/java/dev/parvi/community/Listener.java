package dev.parvi.community;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's one connection that hears what changes, whichever node changed it. A connection that breaks is made anew. */
@Component
class Listener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int PATIENCE_MILLIS = 500;
    private static final int CHECK_EVERY = 40;
    private static final long AGAIN = TimeUnit.SECONDS.toNanos(2);

    private final DataSource source;
    private final Live live;
    private volatile boolean running;
    private @Nullable Thread thread;

    Listener(@Qualifier("worker") DataSource source, Live live) {
        this.source = source;
        this.live = live;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("listening").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null) {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        var before = false;
        while (running) {
            try (var connection = source.getConnection()) {
                begin(connection);
                if (before) {
                    live.tellAll();
                }
                before = true;
                hear(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn(
                            "Changes of other nodes aren't heard just now; the connection is made anew: {}",
                            e.getMessage());
                    LockSupport.parkNanos(AGAIN);
                }
            }
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Changes.CHANNEL);
            statement.execute("listen " + Drafting.CHANNEL);
        }
    }

    private void hear(Connection connection) throws SQLException {
        var notices = connection.unwrap(PGConnection.class);
        for (var turn = 1; running; turn++) {
            var heard = notices.getNotifications(PATIENCE_MILLIS);
            for (var each : heard == null ? new PGNotification[0] : heard) {
                var notice = Notice.of(each.getName(), each.getParameter());
                if (notice != null) {
                    live.tell(notice);
                }
            }
            if (turn % CHECK_EVERY == 0 && !connection.isValid(2)) {
                throw new SQLException("the connection is gone");
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }
}
