package dev.parvi.tracking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/**
 * The raw visits of all brands, written many at once. Arrays instead of COPY, which PostgreSQL refuses on a table with row-level security.
 */
@Repository
class Visits {

    private static final String INSERT = """
            insert into visit (at, visitor, brand_id, link_id, kind)
            select to_timestamp(a / 1000.0), v, b, l, k
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as int[]), cast(? as int[]), cast(? as smallint[])) t (a, v, b, l, k)
            """;

    private final DataSource worker;
    private final Salts salts;

    Visits(@Qualifier("worker") DataSource worker, Salts salts) {
        this.worker = worker;
        this.salts = salts;
    }

    /** How far a batch got, so that one whose fate is unknown is looked for before it's written again. */
    static final class Batch {

        final List<Hit> hits;
        private @Nullable String transaction;

        Batch(List<Hit> hits) {
            this.hits = hits;
        }
    }

    /** Writes all of them, on disk when it returns; asked again after it failed, it writes none twice. */
    void write(Batch batch) throws SQLException {
        try (var connection = worker.getConnection()) {
            if (written(connection, batch)) {
                return;
            }
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(INSERT)) {
                fill(connection, insert, batch.hits);
                insert.executeUpdate();
                batch.transaction = number(connection);
                connection.commit();
            } finally {
                end(connection);
            }
        }
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static boolean written(Connection connection, Batch batch) throws SQLException {
        if (batch.transaction == null) {
            return false;
        }
        try (var asked = connection.prepareStatement("select pg_xact_status(cast(? as xid8))")) {
            asked.setString(1, batch.transaction);
            try (var row = asked.executeQuery()) {
                row.next();
                var status = row.getString(1);
                if ("in progress".equals(status)) {
                    throw new SQLException("Its fate isn't known yet");
                }
                return "committed".equals(status);
            }
        }
    }

    private static String number(Connection connection) throws SQLException {
        try (var asked = connection.prepareStatement("select cast(pg_current_xact_id() as text)");
                var row = asked.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private void fill(Connection connection, PreparedStatement insert, List<Hit> hits) throws SQLException {
        var size = hits.size();
        var at = new Long[size];
        var visitors = new Long[size];
        var brands = new Integer[size];
        var links = new Integer[size];
        var kinds = new Short[size];
        for (int n = 0; n < size; n++) {
            var hit = hits.get(n);
            at[n] = hit.at;
            visitors[n] = hit.address == null ? hit.visitor : salts.visitor(hit.brand, hit.address, hit.agent, hit.at);
            brands[n] = hit.brand;
            links[n] = hit.link;
            kinds[n] = hit.coming.number();
        }
        insert.setArray(1, connection.createArrayOf("int8", at));
        insert.setArray(2, connection.createArrayOf("int8", visitors));
        insert.setArray(3, connection.createArrayOf("int4", brands));
        insert.setArray(4, connection.createArrayOf("int4", links));
        insert.setArray(5, connection.createArrayOf("int2", kinds));
    }
}
