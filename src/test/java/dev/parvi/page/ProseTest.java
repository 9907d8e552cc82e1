package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.page.Prose.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

    @Test
    void blank_lines_part_paragraphs_and_single_breaks_stay() {
        assertThat(Prose.of("One\ntwo\r\n \r\nthree\n").paragraphs())
                .containsExactly(List.of(new Run("One\ntwo", "")), List.of(new Run("three", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.org/a. | https://example.org/a",
                "(see https://example.org/a) | https://example.org/a",
                "https://fi.wikipedia.org/wiki/Kahvi_(juoma) | https://fi.wikipedia.org/wiki/Kahvi_(juoma)",
                "www.example.org/, then | https://www.example.org/",
                "Смотри https://пример.рф/страница! | https://пример.рф/страница",
                "«https://example.org/a» | https://example.org/a",
            })
    void a_link_ends_where_the_sentence_goes_on(String text, String href) {
        assertThat(Prose.of(text).paragraphs().getFirst())
                .filteredOn(run -> !run.href().isEmpty())
                .extracting(Run::href)
                .containsExactly(href);
    }

    @Test
    void nothing_else_leads_anywhere() {
        assertThat(Prose.of("javascript:alert(1) ftp://x me@www.example.org <a href=x>")
                        .paragraphs()
                        .getFirst())
                .allMatch(run -> run.href().isEmpty());
    }

    @Test
    void a_beginning_is_cut_between_words() {
        assertThat(Prose.beginning("Coffee from the hills of Yirgacheffe", 20)).isEqualTo("Coffee from the…");
        assertThat(Prose.beginning("Short", 20)).isEqualTo("Short");
    }

    @Test
    void a_beginning_never_cuts_a_character() {
        assertThat(Prose.beginning("👩‍🚀".repeat(20), 11)).isEqualTo("👩‍🚀👩‍🚀…");
    }
}
