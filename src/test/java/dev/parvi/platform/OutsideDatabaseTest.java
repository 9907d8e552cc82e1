package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.shared.BrandId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that isn't the desk's own: the desk is there as a plain user that owns its database and may make roles. */
class OutsideDatabaseTest {

    private static final Path FOLDER =
            Path.of("target", "test-desks", UUID.randomUUID().toString()).toAbsolutePath();
    private static EmbeddedPostgres server;
    private static final BrandId BRAND = new BrandId(1);
    private static int databases;

    private DeskSettings desk;
    private DeskSettings other;
    private Path file;

    @BeforeAll
    static void a_server() throws SQLException {
        server = EmbeddedPostgres.start(new Home(FOLDER.resolve("server")), "fsync=off");
        execute("create role parvi_owner login createrole password 'secret'");
    }

    @AfterAll
    static void no_server() {
        server.close();
    }

    @BeforeEach
    void two_desks() throws Exception {
        desk = outside("desk" + ++databases);
        other = outside("other" + databases);
        file = FOLDER.resolve("backup" + databases + ".zip");
    }

    @Test
    void a_desk_on_it_is_backed_up_while_it_runs_and_comes_back_whole_in_another_database() throws Exception {
        var sealed = new Keyring(new Home(desk.home())).seal("app-password".getBytes(StandardCharsets.UTF_8), "a");
        var picture = new MediaFolder(new Home(desk.home())).keep(BRAND, BackupTest.picture());
        Map<String, String> before;
        try (var running = Database.open(desk)) {
            running.migrate();
            BackupTest.fill(running);
            before = BackupTest.content(running);
            new BackingUp(desk).into(file, "correct horse");
        }
        new Restoring(other).from(file, () -> "correct horse");
        assertWhole(other, before);
        assertThat(new Keyring(new Home(other.home())).open(sealed, "a"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("app-password");
        assertThat(new MediaFolder(new Home(other.home())).read(BRAND, picture.hash()))
                .isNotEmpty();
    }

    @Test
    void a_desk_moves_from_its_own_postgresql_to_one_outside_and_back() throws Exception {
        var own = new DeskSettings(
                FOLDER.resolve("own" + databases), null, null, null, URI.create("http://desk.example"), false, false);
        Files.createDirectories(FOLDER);
        Map<String, String> before;
        try (var running = Database.open(own)) {
            running.migrate();
            BackupTest.fill(running);
            before = BackupTest.content(running);
            new BackingUp(own).into(file, "correct horse");
        }
        new Restoring(other).from(file, () -> "correct horse");
        assertWhole(other, before);

        var back = FOLDER.resolve("back" + databases + ".zip");
        new BackingUp(other).into(back, "correct horse");
        var again = new DeskSettings(
                FOLDER.resolve("again" + databases), null, null, null, URI.create("http://desk.example"), false, false);
        new Restoring(again).from(back, () -> "correct horse");
        assertWhole(again, before);
    }

    @Test
    void a_database_that_holds_tables_is_left_alone() throws Exception {
        try (var running = Database.open(desk)) {
            running.migrate();
            new BackingUp(desk).into(file, "x");
        }
        BackupTest.refused(() -> new Restoring(desk).from(file, () -> "x"), "already holds tables");
    }

    @Test
    void the_rows_of_one_brand_are_closed_to_another_there_too() throws Exception {
        try (var running = Database.open(desk)) {
            running.migrate();
            BackupTest.fill(running);
            assertThat(seen(running, "7")).isEqualTo(2);
            assertThat(seen(running, "8")).isZero();
            assertThat(seen(running, "")).isZero();
        }
    }

    @Test
    void a_database_that_does_not_answer_or_is_too_old_is_told_in_words() {
        var nowhere = new DeskSettings(
                FOLDER.resolve("nowhere"),
                "jdbc:postgresql://127.0.0.1:1/parvi",
                "parvi_owner",
                "secret",
                URI.create("http://desk.example"),
                false,
                false);
        BackupTest.refused(() -> Database.open(nowhere), "does not let the desk in");
        assertThat(Database.isTooOld(15)).isTrue();
        assertThat(Database.isTooOld(18)).isFalse();
    }

    private static long seen(Database database, String brand) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("set role desk");
            statement.execute("select set_config('parvi.brand', '" + brand + "', false)");
            var rows = statement.executeQuery("select count(*) from page_post");
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void assertWhole(DeskSettings settings, Map<String, String> before) throws Exception {
        try (var restored = Database.open(settings)) {
            var after = BackupTest.content(restored);
            assertThat(after.get("desk_fact")).contains("restored_at").contains("colour\tblue");
            before.forEach((table, rows) -> {
                if (!table.equals("desk_fact")) {
                    assertThat(after.get(table)).as(table).isEqualTo(rows);
                }
            });
            assertThat(after.keySet()).isEqualTo(before.keySet());
        }
    }

    private static DeskSettings outside(String name) throws SQLException {
        execute("create database " + name + " owner parvi_owner");
        return new DeskSettings(
                FOLDER.resolve(name),
                server.url(name),
                "parvi_owner",
                "secret",
                URI.create("http://desk.example"),
                false,
                false);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
