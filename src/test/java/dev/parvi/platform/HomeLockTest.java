package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    Path folder;

    @Test
    void a_second_desk_on_the_same_home_is_refused_and_told_what_to_do() {
        var home = new Home(folder);
        try (var first = HomeLock.take(home)) {
            assertThat(first).isNotNull();
            assertThat(HomeLock.tryTake(home)).isEmpty();
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> HomeLock.take(home))
                    .withMessageContaining(folder.toString())
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .satisfies(e -> assertThat(e.action()).contains("--home"));
        }
    }

    @Test
    void the_next_one_starts_once_the_first_has_ended() {
        var home = new Home(folder);
        HomeLock.take(home).close();

        HomeLock.take(home).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        var file = java.nio.file.Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> HomeLock.take(new Home(file.resolve("home"))))
                .withMessageContaining(file.resolve("home").toString());
    }
}
