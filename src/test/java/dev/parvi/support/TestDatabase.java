package dev.parvi.support;

import dev.parvi.platform.EmbeddedPostgres;
import dev.parvi.platform.Home;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/** One real PostgreSQL for the whole test run; each caller gets a migrated database of its own, copied from a template. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final long RUN = System.currentTimeMillis() % 1_000_000_000;
    private static final EmbeddedPostgres SERVER = EmbeddedPostgres.start(
            new Home(Path.of("target", "test-home").toAbsolutePath()), "fsync=off", "max_connections=300");
    private static final String TEMPLATE = template();

    private TestDatabase() {}

    public static String fresh() {
        var name = "t" + RUN + "_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return SERVER.url(name);
    }

    public static String user() {
        return SERVER.user();
    }

    public static String password() {
        return SERVER.password();
    }

    private static String template() {
        var name = "t" + RUN + "_template";
        execute("create database " + name);
        Flyway.configure()
                .dataSource(SERVER.url(name), SERVER.user(), SERVER.password())
                .load()
                .migrate();
        // After the desks under test have closed, which still ask the database something.
        SpringApplication.getShutdownHandlers().add(SERVER::close);
        return name;
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(SERVER.url("postgres"), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
