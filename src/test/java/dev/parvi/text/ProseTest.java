package dev.parvi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Hello World               | ' hello world '
        soooo gooood              | ' soo good \uE004 '
        @anna see https://a.b/c?d | ' \uE001 see \uE000 '
        don’t                     | ' don''t '
        see #BlackFriday now      | ' see \uE006 blackfriday now '
        nice :) and :( and <3     | ' nice \uE002 and \uE003 and \uE002 '
        класс)))                  | ' класс \uE002 '
        &lt;3 &amp; &#128077;     | ' \uE002 & 👍 \uE002 '
        🙂🙂🙂🙂                  | ' 🙂 \uE002 \uE004 '
        12 + 3456                 | ' 00 + 00 '
        ＦＵＬＬ wide               | ' full wide '
        a\u200Bb\u202Ec           | ' abc '
        """)
    void texts_are_made_even(String text, String even) {
        assertThat(Prose.of(text).even()).isEqualTo(even);
    }

    @Test
    void two_shouted_words_are_shouting() {
        assertThat(Prose.of("WHERE IS MY ORDER").even()).endsWith(Prose.SHOUTED + " ");
        assertThat(Prose.of("the BBC said").even()).doesNotContain(Character.toString(Prose.SHOUTED));
    }

    @Test
    void links_names_and_tags_are_counted() {
        var prose = Prose.of("@a @b look #x #y #z http://c www.d.example");

        assertThat(prose)
                .extracting(Prose.Even::names, Prose.Even::tags, Prose.Even::links)
                .containsExactly(2, 3, 2);
    }

    @Test
    void a_question_mark_in_a_link_asks_nothing() {
        assertThat(Prose.of("see https://a.example/?q=1").asks()).isFalse();
        assertThat(Prose.of("really?").asks()).isTrue();
        assertThat(Prose.of("حقا؟").asks()).isTrue();
    }

    @Test
    void what_is_written_with_marks_of_our_own_is_not_taken_for_them() {
        assertThat(Prose.of("\uE002 \uE003").even()).isBlank();
    }

    @Test
    void a_pile_of_combining_marks_is_cut() {
        assertThat(Prose.of("a" + "\u0301".repeat(100_000)).even().length()).isLessThan(10);
    }

    @Test
    void whatever_is_thrown_at_it_is_read_in_a_bounded_time() {
        var hostile = new String[] {
            "a".repeat(5_000_000),
            "\uDFA4\uD83C".repeat(100_000),
            "\u0000\u0001".repeat(100_000),
            "e\u0327\u0301\u0328".repeat(100_000),
            "((((((((".repeat(100_000),
            ":".repeat(1_000_000),
            "\uFDFA".repeat(100_000),
            "&#&#&#&".repeat(100_000),
            "http".repeat(100_000),
            "@".repeat(100_000),
            "' ".repeat(100_000)
        };

        var began = System.nanoTime();
        for (var text : hostile) {
            assertThat(Prose.of(text).even()).startsWith(" ").endsWith(" ").hasSizeLessThan(4 * Prose.LONGEST);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }
}
