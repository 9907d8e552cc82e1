package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desk's process is killed for real, together with nothing else. */
@Timeout(60)
class KilledDeskTest {

    private final Home home = new Home(
            Path.of("target", "test-desks", UUID.randomUUID().toString()).toAbsolutePath());

    @Test
    void after_a_kill_the_next_start_finds_every_committed_row() throws Exception {
        var killed = desk();
        long server = Long.parseLong(Files.readAllLines(home.data().resolve("postmaster.pid"))
                .getFirst()
                .strip());

        killed.destroyForcibly().waitFor();

        try (var next = EmbeddedPostgres.start(home);
                var connection = DriverManager.getConnection(next.url("postgres"), next.user(), next.password());
                var rows = connection.createStatement().executeQuery("select word from survivor")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("moikka");
            assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void a_note_that_names_a_process_of_somebody_else_does_not_hold_up_the_start() throws Exception {
        EmbeddedPostgres.start(home).close();
        Files.writeString(
                home.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + home.data() + "\n");

        EmbeddedPostgres.start(home).close();
    }

    private Process desk() throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        home.root().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("ready")) {
                return process;
            }
        }
        throw new AssertionError("the process ended before it was ready");
    }

    /** What is killed. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] args) throws Exception {
            var postgres = EmbeddedPostgres.start(new Home(Path.of(args[0])));
            try (var connection =
                    DriverManager.getConnection(postgres.url("postgres"), postgres.user(), postgres.password())) {
                connection.createStatement().execute("create table survivor as select 'moikka' as word");
            }
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }
}
