package dev.parvi.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.ui.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written down by a key is read in words: each key that any room notes has them. */
class AuditWordsTest {

    private static final Pattern NOTED =
            Pattern.compile("audit\\s*\\.note\\(\\s*\\w+,\\s*\"([a-z]+(?:\\.[a-z]+)+)\"\\s*,");

    @Test
    void every_entry_of_the_audit_log_has_its_words() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                NOTED.matcher(Files.readString(file)).results().forEach(found -> keys.add("audit." + found.group(1)));
            }
        }
        var words = new Languages().in(Languages.ENGLISH);
        assertThat(keys).hasSizeGreaterThan(8).allMatch(words::has);
    }
}
