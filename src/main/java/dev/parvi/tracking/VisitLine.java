package dev.parvi.tracking;

import dev.parvi.platform.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * Opens the connection on which a node's visits go to the database. It's none of a pool's: it never waits for its turn, and what takes
 * longer than {@link #PATIENCE} fails.
 */
@Component
class VisitLine {

    /** Seconds that somebody who comes by a link may have to wait for the database at most, twice. */
    static final int PATIENCE = 3;

    private final Database database;

    VisitLine(Database database) {
        this.database = database;
    }

    Connection open() throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", String.valueOf(database.user()));
        settings.setProperty("password", String.valueOf(database.password()));
        settings.setProperty("connectTimeout", Integer.toString(PATIENCE));
        settings.setProperty("loginTimeout", Integer.toString(PATIENCE));
        settings.setProperty("socketTimeout", Integer.toString(PATIENCE));
        settings.setProperty("ApplicationName", "visits");
        var connection = DriverManager.getConnection(database.url(), settings);
        try (var statement = connection.createStatement()) {
            statement.execute("set role worker; set jit = off");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
