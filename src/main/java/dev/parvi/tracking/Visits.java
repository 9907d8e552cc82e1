package dev.parvi.tracking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The raw visits of all brands, written many at once by one thread a node. Arrays instead of COPY, which PostgreSQL refuses on a table
 * with row-level security.
 */
@Component
class Visits {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

    private static final String INSERT = """
            with written as (
                insert into visit (at, visitor, brand_id, link_id, kind)
                select to_timestamp(cast(a as float8) / 1000), v, b, l, k
                from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as int[]), cast(? as int[]), cast(? as smallint[]))
                    t (a, v, b, l, k))
            select cast(pg_current_xact_id() as text)
            """;
    /** Of a number that isn't PostgreSQL's (yet): the database is an older one, out of a back-up. */
    private static final String FUTURE = "22023";

    private final VisitLine line;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement insert;

    Visits(VisitLine line) {
        this.line = line;
    }

    /** Writes all of them, on disk when it returns; asked again after it failed, it writes none twice. */
    void write(Batch batch) throws SQLException {
        whole(() -> {
            if (!written(batch)) {
                put(batch);
                open().commit();
            }
        });
    }

    /**
     * Writes what had to wait elsewhere, perhaps in another process, and lets its days be added up again. Asked again after it
     * failed, it writes none twice.
     */
    void writeLate(Batch batch) throws SQLException {
        whole(() -> {
            if (!written(batch) && isNew(batch)) {
                put(batch);
                addUpFrom(Arrays.stream(batch.at).min().orElseThrow());
            }
            open().commit();
        });
    }

    void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("The line was cut already", e);
        }
        connection = null;
        insert = null;
    }

    private interface Work {
        void go() throws SQLException;
    }

    /** A line on which anything failed isn't used again. */
    private void whole(Work work) throws SQLException {
        try {
            work.go();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        var there = connection;
        if (there == null) {
            there = line.open();
            connection = there;
        }
        return there;
    }

    private void put(Batch batch) throws SQLException {
        var line = open();
        var statement = insert == null ? line.prepareStatement(INSERT) : insert;
        insert = statement;
        // Plain numbers go as bytes, boxed ones as text.
        var arrays = line.unwrap(PGConnection.class);
        statement.setArray(1, arrays.createArrayOf("int8", batch.at));
        statement.setArray(2, arrays.createArrayOf("int8", batch.visitors));
        statement.setArray(3, arrays.createArrayOf("int4", batch.brands));
        statement.setArray(4, arrays.createArrayOf("int4", batch.links));
        statement.setArray(5, arrays.createArrayOf("int2", batch.kinds));
        try (var row = statement.executeQuery()) {
            row.next();
            batch.transaction = row.getString(1);
        }
    }

    private boolean written(Batch batch) throws SQLException {
        if (batch.transaction == null) {
            return false;
        }
        try (var asked = open().prepareStatement("select pg_xact_status(cast(? as xid8))")) {
            asked.setString(1, batch.transaction);
            try (var row = asked.executeQuery()) {
                row.next();
                var status = row.getString(1);
                if ("in progress".equals(status)) {
                    throw new SQLException("Its fate isn't known yet");
                }
                // So old that PostgreSQL has forgotten: rather not counted than twice.
                return status == null || status.equals("committed");
            }
        } catch (SQLException e) {
            if (FUTURE.equals(e.getSQLState())) {
                open().rollback();
                return false;
            }
            throw e;
        }
    }

    private boolean isNew(Batch batch) throws SQLException {
        try (var told = open().prepareStatement("insert into visit_late (id) values (?) on conflict (id) do nothing")) {
            told.setObject(1, batch.id, Types.OTHER);
            return told.executeUpdate() == 1;
        }
    }

    private void addUpFrom(long at) throws SQLException {
        try (var told = open().prepareStatement("update visit_roll set anew = least(anew, ?)")) {
            told.setTimestamp(1, new Timestamp(at));
            told.executeUpdate();
        }
    }
}
