package dev.parvi.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Command;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "language, Missä minun tilaukseni viipyy, fi",
        "language, Спасибо большое за быструю доставку, ru",
        "language, '', und",
        "mood, Kiitos ihana palvelu, positive",
        "mood, Worst service ever I hate it, negative",
        "mood, Dziękuję bardzo za miłą obsługę, unsure",
        "question, Where is my order?, question",
        "question, where can i find the opening hours, question",
        "question, milloin te avaatte huomenna, question",
        "question, the menu is on the website, other",
        "question, 今日は天気がいいですね, unsure",
        "offensive, you are a stupid bitch, offensive",
        "offensive, senkin kusipää, offensive",
        "offensive, what a lovely garden, other",
        "intent, where can i buy this one, yes",
        "intent, Сколько стоит такая сумка, yes",
        "intent, Сегодня хорошая погода, no",
        "emotion, I am so scared of this, fear"
    })
    void a_line_gets_its_label(String task, String text, String label) {
        assertThat(run(text + "\n", task)).startsWith(label + "\t");
    }

    @ParameterizedTest
    @EnumSource(TextTask.class)
    void each_line_gets_one_line_whatever_stands_in_it(TextTask task) {
        var hostile = "\n\nok\n" + "x".repeat(1_000_000) + "\n\0\0\n\uFEFF\n" + "a" + "\u0301".repeat(100_000)
                + "\n\t\t\n" + "(".repeat(200_000) + "\n\r\n\u2028\u0085\u000B\n😀\nlast";
        var bytes = hostile.getBytes(StandardCharsets.UTF_8);
        bytes[2] = (byte) 0xFF;

        var answers = run(bytes, task.name().toLowerCase(Locale.ROOT)).split("\n", -1);

        assertThat(answers)
                .hasSize((int) hostile.chars().filter(c -> c == '\n').count() + 2)
                .endsWith("");
        assertThat(List.of(answers).subList(0, answers.length - 1))
                .allMatch(line -> line.matches("[a-z]+\t[01]\\.\\d{3}"));
    }

    @Test
    void no_line_gets_no_answer() {
        assertThat(run("", "mood")).isEmpty();
    }

    @Test
    void the_language_may_be_said() {
        assertThat(run("ok\n", "mood", "--lang", "en")).doesNotStartWith("unsure");
        assertThat(run("ok\n", "mood", "--lang=en")).doesNotStartWith("unsure");
        assertThat(run("ok\n", "mood", "--lang", "zz")).isEqualTo("unsure\t0.000\n");
    }

    @Test
    void what_is_asked_wrongly_is_told() {
        assertThat(command("").run(List.of("colour"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no task \"colour\"", "./parvi text TASK");
        assertThat(command("").run(List.of("mood", "--lang"))).isEqualTo(2);
        assertThat(command("").run(List.of("help"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang", "--lang=", "--lang=finnish", "--lang=f1", "fi", "--language fi", "--lang fi sv"})
    void a_language_that_is_said_wrongly_is_told_with_the_right_way_and_reads_nothing(String said) {
        var args = Stream.concat(Stream.of("mood"), Arrays.stream(said.split(" ")));
        assertThat(command("Kiitos\n").run(args.toList())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("two letters: ./parvi text mood --lang fi");
        assertThat(out.size()).isZero();
    }

    @Test
    void without_a_task_all_of_them_are_told() {
        assertThat(command("Kiitos\n").run(List.of())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .doesNotContain("There is no task")
                .contains(Arrays.stream(TextTask.values())
                        .map(task -> "\n  " + task.name().toLowerCase(Locale.ROOT) + " ")
                        .toList());
    }

    @Test
    void a_reader_that_has_gone_ends_it() {
        var gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var command = new TextCommand(
                new ByteArrayInputStream("a\n".getBytes(StandardCharsets.UTF_8)), gone, new PrintStream(err));

        assertThat(command.run(List.of("mood"))).isEqualTo(1);
    }

    @Test
    void it_needs_no_desk() {
        assertThat(ServiceLoader.load(Command.class).stream().map(ServiceLoader.Provider::get))
                .anyMatch(command -> command.name().equals("text"));
    }

    private String run(String lines, String... args) {
        return run(lines.getBytes(StandardCharsets.UTF_8), args);
    }

    private String run(byte[] lines, String... args) {
        out.reset();
        var command = new TextCommand(new ByteArrayInputStream(lines), out, new PrintStream(err));
        assertThat(command.run(List.of(args))).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private TextCommand command(String lines) {
        return new TextCommand(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out, new PrintStream(err));
    }
}
