package dev.parvi.platform;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The database the desk stands on, as its owner reaches it: our own PostgreSQL, or one outside. */
public record Database(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable EmbeddedPostgres own) implements AutoCloseable {

    static final String NAME = "parvi";

    static Database open(DeskSettings settings) {
        if (settings.databaseUrl() != null && !settings.databaseUrl().isBlank()) {
            return new Database(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword(), null);
        }
        return embedded(EmbeddedPostgres.start(new Home(settings.home().toAbsolutePath())));
    }

    private static Database embedded(EmbeddedPostgres postgres) {
        try (var connection =
                        DriverManager.getConnection(postgres.url("postgres"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + NAME + "'")
                    .next()) {
                statement.execute("create database " + NAME);
            }
            return new Database(postgres.url(NAME), postgres.user(), postgres.password(), postgres);
        } catch (SQLException e) {
            postgres.close();
            throw new IllegalStateException(
                    "The desk's own PostgreSQL did not take its database: " + e.getMessage(), e);
        }
    }

    /** Brings the tables up to what this version of the desk expects. */
    void migrate() {
        Flyway.configure().dataSource(url, user, password).load().migrate();
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
