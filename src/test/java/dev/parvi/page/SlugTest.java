package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kesäpaahto on täällä | kesapaahto-on-taalla",
                "Ёлка, объём и щи | yelka-obyem-i-shchi",
                "Жёлтый чай | zheltyy-chay",
                "☕️☕️☕️ | post",
                "https://example.org/x New beans | new-beans",
                "A title that is so long that nobody would ever read an address of that length | a-title-that-is-so-long-that-nobody-would-ever",
            })
    void it_reads_like_the_words_in_latin_letters(String text, String words) {
        assertThat(Slug.of("", text, "k")).matches(words + "-[a-z0-9]{6}");
    }

    @Test
    void the_same_words_of_two_posts_make_two_addresses() {
        assertThat(Slug.of("Hi", "", "k1"))
                .isNotEqualTo(Slug.of("Hi", "", "k2"))
                .isNotEqualTo(Slug.of("Hi", "", "k3"));
    }

    @Test
    void a_title_comes_before_the_text() {
        assertThat(Slug.of("Title", "Text", "k")).startsWith("title-");
    }
}
