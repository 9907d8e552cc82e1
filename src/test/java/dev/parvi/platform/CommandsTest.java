package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the words after {@code ./parvi} lead to, with a small application in place of the desk. */
class CommandsTest {

    private static final List<List<String>> ASKED = new ArrayList<>();

    @Configuration(proxyBeanMethods = false)
    static class Small {

        /** A desk needs one, though a command lets nobody in. */
        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        Command greet() {
            return command("greet", 0);
        }

        @Bean
        Command fail() {
            return command("fail", 1);
        }
    }

    @Test
    void the_first_word_is_a_command_unless_it_is_an_option() {
        assertThat(Commands.asked(new String[] {})).isFalse();
        assertThat(Commands.asked(new String[] {"--server.port=1"})).isFalse();
        assertThat(Commands.asked(new String[] {"member", "list"})).isTrue();
    }

    @Test
    void a_room_s_command_gets_the_words_after_it_and_says_how_it_ended() {
        assertThat(run("greet", "Aino", "--loudly")).isZero();
        assertThat(ASKED.getLast()).containsExactly("Aino", "--loudly");
        assertThat(run("fail")).isEqualTo(1);
        assertThat(ASKED.getLast()).isEmpty();
    }

    @Test
    void a_command_that_is_none_is_asked_for_wrongly() {
        assertThat(run("gret")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore"})
    void a_command_that_needs_a_file_says_so(String command) {
        assertThat(run(command)).isEqualTo(2);
        assertThat(run(command, "one", "two")).isEqualTo(2);
    }

    @Test
    void what_is_refused_ends_without_a_trace() {
        assertThat(run("restore", Path.of("target", "nowhere.zip").toString())).isEqualTo(1);
    }

    @Test
    void version_needs_no_desk() {
        assertThat(run("version")).isZero();
    }

    private static int run(String... words) {
        return Commands.run(Small.class, words);
    }

    private static Command command(String name, int ends) {
        return new Command() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int run(List<String> args) {
                ASKED.add(args);
                return ends;
            }
        };
    }
}
