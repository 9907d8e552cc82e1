package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {

    private static boolean says(String text, String word) {
        return RuleWords.of(text).says(List.of(word));
    }

    @ParameterizedTest
    @CsvSource({
        "Win at our CASINO!, casino, true",
        "Win at our casinos, casino, false",
        "Win at our casinos, casino*, true",
        "Лучшее КАЗИНО города, казино, true",
        "Это лучшее в казиношной жизни, казино*, true",
        "Йод и ёлка, йод, true",
        "Сиод, йод, false",
        "Pelaa kasinolla, kasino, false",
        "Pelaa kasinolla, kasino*, true",
        "Make   money-fast today, make money fast, true",
        "Make some money fast, make money fast, false",
        "Nothing of the kind, casino, false",
    })
    void a_word_is_found_as_a_whole_and_with_a_star_with_any_ending(String text, String word, boolean found) {
        assertThat(says(text, word)).isEqualTo(found);
    }

    @Test
    void signs_that_nobody_sees_hide_no_word() {
        assertThat(says("ca\u200bsi\u00adno", "casino")).isTrue();
        assertThat(says("c\u0336\u0336asi\u0336no", "casino")).isTrue();
        assertThat(says("ｃａｓｉｎｏ", "casino")).isTrue();
    }

    @Test
    void a_word_of_signs_alone_finds_nothing() {
        assertThat(says("anything at all", "*")).isFalse();
        assertThat(says("anything at all", "!?")).isFalse();
    }

    @Test
    void links_are_counted_with_and_without_their_scheme() {
        assertThat(RuleWords.links("see https://a.example and www.b.example", 2))
                .isTrue();
        assertThat(RuleWords.links("see t.me/somebody", 1)).isTrue();
        assertThat(RuleWords.links("e.g. and/or 3.5 km", 1)).isFalse();
        assertThat(RuleWords.links("https://a.example", 2)).isFalse();
    }

    @Test
    void giant_texts_stay_cheap() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            RuleWords.links("a-".repeat(500_000), 1);
            RuleWords.links("a.".repeat(500_000) + "/", 1);
            RuleWords.links("a/ ".repeat(500_000), 1);
            says("\u0301".repeat(500_000) + "x", "casino*");
        });
    }
}
