package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.Parvi;
import dev.parvi.support.DeskProcess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./parvi rotate-key} as a process of its own, beside a desk that runs and writes its log as JSON. */
class RotatedKeyTest {

    private static final Path FOLDER =
            Path.of("target", "rotated-" + UUID.randomUUID()).toAbsolutePath();
    private static final Path HOME = FOLDER.resolve("home");
    private static final Path LOG = FOLDER.resolve("log");

    @Test
    void what_accounts_have_sealed_opens_and_is_published_with_after_the_key_was_changed_beside_the_desk()
            throws Exception {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("accounts"), List.of("a\t1", "a\t2", "a\t3"));
        try (var desk = DeskProcess.start(
                HOME,
                LOG,
                "--logging.structured.format.console=ecs",
                "--logging.level.com.zaxxer.hikari=INFO",
                "--parvi.smtp.host=127.0.0.1",
                "--parvi.smtp.user=desk@example.org",
                "--parvi.smtp.password=kissankulma")) {
            desk.ask("accounts page " + FOLDER.resolve("accounts") + " 3");
            publish(desk, 6, "Ennen");
            var before = sealed();

            assertThat(rotate()).contains("3 secrets were sealed again");

            assertThat(sealed()).hasSize(3).doesNotContainAnyElementsOf(before);
            assertThat(new Keyring(new Home(HOME)).size()).isEqualTo(2);
            publish(desk, 12, "Sen jälkeen");
        }
        logged();
    }

    /** What ECS wants, line by line, and none of what is secret. */
    private static void logged() throws Exception {
        var lines = Files.readAllLines(LOG).stream()
                .filter(line -> !line.startsWith("Parvi answers at"))
                .filter(RotatedKeyTest::ofTheLog)
                .toList();
        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            var entry = JsonMapper.shared().readTree(line);
            assertThat(entry.path("@timestamp").asString()).as(line).isNotEmpty();
            assertThat(entry.path("message").asString()).as(line).isNotEmpty();
            assertThat(entry.path("log").path("level").asString()).as(line).isNotEmpty();
        }
        assertThat(Files.readString(LOG))
                .doesNotContain(
                        Files.readString(HOME.resolve("secrets/postgres")).strip(), "kissankulma");
    }

    private static boolean ofTheLog(String line) {
        try {
            return !line.isBlank() && JsonMapper.shared().readTree(line).isObject();
        } catch (JacksonException e) {
            // What Java itself warns of, before there is a log.
            assertThat(line).matches("(?s)WARNING: .*|.*(OpenJDK|Picked up).*");
            return false;
        }
    }

    private static void publish(DeskProcess desk, int all, String text) throws Exception {
        desk.ask("plan 6 300 600 " + text.split(" ")[0]);
        var report = "";
        for (var i = 0; i < 200 && !report.contains("{ \"PUBLISHED\" : " + all + " }"); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            report = desk.ask("report");
        }
        assertThat(report).contains("{ \"PUBLISHED\" : " + all + " }");
    }

    private static String rotate() throws Exception {
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Parvi.class.getName(),
                "rotate-key");
        java.environment().put("PARVI_HOME", HOME.toString());
        var process = java.redirectError(ProcessBuilder.Redirect.appendTo(
                        FOLDER.resolve("rotate.log").toFile()))
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> sealed() throws SQLException {
        var settings = new DeskSettings(HOME, null, null, null, URI.create("http://desk.example"), false, false);
        try (var database = Database.beside(settings);
                var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var rows = connection.createStatement().executeQuery("select credentials from account")) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(HexFormat.of().formatHex(rows.getBytes(1)));
            }
            return found;
        }
    }
}
