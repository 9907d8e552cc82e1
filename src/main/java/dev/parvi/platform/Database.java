package dev.parvi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The database the desk stands on, as its owner reaches it: our own PostgreSQL, or one outside. */
public final class Database implements AutoCloseable {

    static final String NAME = "parvi";

    private static final int OLDEST = 16;

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable EmbeddedPostgres own;
    private final @Nullable HomeLock lock;

    private Database(
            String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable EmbeddedPostgres own,
            @Nullable HomeLock lock) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.own = own;
        this.lock = lock;
    }

    /** @throws StartRefused when another desk runs on the home folder */
    static Database open(DeskSettings settings) {
        var home = new Home(settings.home().toAbsolutePath());
        var lock = HomeLock.take(home);
        try {
            Unfinished.refuse(home);
            return settings.outside() ? outside(settings, lock) : embedded(home, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** For a command: beside the desk that runs on the home folder, or with a PostgreSQL of its own where none does. */
    static Database beside(DeskSettings settings) {
        if (settings.outside()) {
            return outside(settings, null);
        }
        var home = new Home(settings.home().toAbsolutePath());
        return HomeLock.tryTake(home).map(lock -> embedded(home, lock)).orElseGet(() -> running(home));
    }

    public String url() {
        return url;
    }

    public @Nullable String user() {
        return user;
    }

    public @Nullable String password() {
        return password;
    }

    /** Whether it's the desk's own, which no other process works on: the home folder's lock sees to that. */
    public boolean isOwn() {
        return own != null;
    }

    /** How long nobody else has worked on the home folder: whoever did before had ended by then. */
    public Duration heldFor() {
        return lock == null ? Duration.ZERO : lock.heldFor();
    }

    /** Brings the tables up to what this version of the desk expects. */
    void migrate() {
        Migrations.all(this);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
        if (lock != null) {
            lock.close();
        }
    }

    private static Database outside(DeskSettings settings, @Nullable HomeLock lock) {
        var url = String.valueOf(settings.databaseUrl());
        try (var connection = DriverManager.getConnection(url, settings.databaseUser(), settings.databasePassword())) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (isTooOld(version)) {
                throw new StartRefused(
                        "The database is PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + ".",
                        "The desk needs " + OLDEST + " or newer; 18 is what it's tried with.");
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database at " + url.replaceFirst("[?].*", "") + " does not let the desk in: " + e.getMessage(),
                    "Check that it runs, its address, --database-user and PARVI_DATABASE_PASSWORD.");
        }
        return new Database(url, settings.databaseUser(), settings.databasePassword(), null, lock);
    }

    /** Since 16 a user that may create roles can take on those it made. */
    static boolean isTooOld(int majorVersion) {
        return majorVersion < OLDEST;
    }

    private static Database running(Home home) {
        try {
            var port = Files.readString(home.postgresPort()).strip();
            var password = Files.readString(home.secrets().resolve("postgres")).strip();
            return new Database(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, EmbeddedPostgres.OWNER, password, null, null);
        } catch (IOException e) {
            throw new StartRefused(
                    "A desk on the home folder " + home.root() + " is just starting or stopping.",
                    "Try again in a moment.");
        }
    }

    private static Database embedded(Home home, HomeLock lock) {
        var postgres = EmbeddedPostgres.start(home);
        try (var connection =
                        DriverManager.getConnection(postgres.url("postgres"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + NAME + "'")
                    .next()) {
                statement.execute("create database " + NAME);
            }
            return new Database(postgres.url(NAME), postgres.user(), postgres.password(), postgres, lock);
        } catch (SQLException e) {
            postgres.close();
            throw new IllegalStateException(
                    "The desk's own PostgreSQL did not take its database: " + e.getMessage(), e);
        }
    }
}
