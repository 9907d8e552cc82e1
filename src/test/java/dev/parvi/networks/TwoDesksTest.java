package dev.parvi.networks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.support.DeskProcess;
import dev.parvi.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two desks in two processes on one outside PostgreSQL. */
@Tag("networks")
class TwoDesksTest {

    private static final int POSTS = 200;
    private static final Path FOLDER =
            Path.of("target", "two-" + ProcessHandle.current().pid()).toAbsolutePath();

    private final String database = TestDatabase.fresh();

    @Test
    void they_share_the_work_and_when_one_is_killed_the_other_takes_over() throws Exception {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("accounts"), List.of("a\t1", "a\t2", "a\t3", "a\t4", "a\t5"));
        try (var one = desk("one")) {
            assertThat(one.ask("accounts page " + FOLDER.resolve("accounts") + " 5"))
                    .isEqualTo("ACCOUNTS 5");
            // They share the key, as the README says.
            copy(FOLDER.resolve("one/secrets"), FOLDER.resolve("two/secrets"));
            try (var two = desk("two")) {
                var due = Long.parseLong(
                        two.ask("plan " + POSTS + " 2000 8000 Shared").substring("DUE ".length()));
                TimeUnit.MILLISECONDS.sleep(Math.max(0, due + 4_000 - System.currentTimeMillis()));
                var nodes = number("select count(distinct node) from attempt");
                one.kill();
                finish();
                System.out.printf(
                        "Two desks: %d at work, then one killed; %d attempts were its last%n",
                        nodes, number("select count(*) from attempt where outcome = 'ABANDONED'"));
                assertThat(nodes).isEqualTo(2);
            }
        }
        assertThat(number("select count(*) from delivery where state = 'PUBLISHED'"))
                .isEqualTo(POSTS);
        assertThat(number("select count(*) from page_post")).isEqualTo(POSTS);
        assertThat(number("select count(distinct text) from page_post")).isEqualTo(POSTS);
    }

    private DeskProcess desk(String name) {
        return DeskProcess.start(
                FOLDER.resolve(name),
                FOLDER.resolve(name + ".log"),
                "--parvi.database-url=" + database,
                "--parvi.database-user=" + TestDatabase.user(),
                "--parvi.database-password=" + TestDatabase.password());
    }

    private void finish() throws Exception {
        for (var i = 0; i < 300 && number("select count(*) from delivery where state <> 'PUBLISHED'") > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database, TestDatabase.user(), TestDatabase.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
