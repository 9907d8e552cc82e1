package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.support.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {

    @TempDir
    Path home;

    private final String url = TestDatabase.fresh();

    @Test
    void a_database_that_nobody_took_note_of_is_looked_through_once() {
        var database = database();
        assertThat(Scripts.of(database).haveRun()).isFalse();
        database.migrate();
        assertThat(Scripts.of(database).haveRun()).isTrue();
    }

    @Test
    void a_new_database_gets_its_tables() throws SQLException {
        execute("drop schema public cascade; create schema public; grant all on schema public to public");
        var database = database();
        assertThat(Scripts.of(database).haveRun()).isFalse();
        database.migrate();
        assertThat(Scripts.of(database).haveRun()).isTrue();
        execute("select from brand");
    }

    @Test
    void the_history_is_read_again_only_where_the_scripts_are_others() throws SQLException {
        var database = database();
        database.migrate();
        // A history that Flyway would stumble over shows whether it is asked.
        execute("update flyway_schema_history set checksum = 1 where script = 'V001__platform.sql'");
        database.migrate();
        execute("update desk_fact set value = 'of another version' where name = 'migrations'");
        assertThatThrownBy(database::migrate).isInstanceOf(FlywayException.class);
        assertThat(Scripts.of(database).haveRun()).isFalse();
    }

    private Database database() {
        return Database.beside(new DeskSettings(
                home, url, TestDatabase.user(), TestDatabase.password(), URI.create("http://localhost"), false, false));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, TestDatabase.user(), TestDatabase.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
