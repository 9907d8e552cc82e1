package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.NetworkSources.Wanted;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedWordsTest {

    private static Wanted wanted(long id, String words) {
        return new Wanted(new BrandId(1), new SourceId(id), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kahvi | Kahvissa on tuoksua | true",
                "kahvi | kanakahvi | false",
                "paahtimo aalto | Paahtimo Aallon kahvi | false",
                "paahtimo aal | Paahtimo Aallon kahvi | true",
                "paahtimo aalto | paahtimot aalto | false",
                "roastery.example | kysy @roastery.example heti | true",
                "обжарка аалто | Кофе, обжарка Аалто! | true",
                "kahvi | KAHVI | true",
                "kahvi | | false",
                "ab cde | x ab cdefg | true",
                "#kahvi | kahvi | true",
                "kahvi, tee | teetä vain | true"
            })
    void a_phrase_stands_where_its_words_follow_each_other(String words, String text, boolean found) {
        assertThat(new WantedWords(List.of(wanted(1, words))).in(text == null ? "" : text))
                .hasSize(found ? 1 : 0);
    }

    @Test
    void of_thousands_each_is_found_by_its_own_words_only() {
        var sources = IntStream.range(0, 5_000)
                .mapToObj(i -> wanted(i, "sana" + i + "x"))
                .toList();
        var words = new WantedWords(new ArrayList<>(sources));
        assertThat(words.in("tässä sana17x ja sana4999x mutta ei sana5000x"))
                .containsExactly(sources.get(17), sources.get(4_999));
    }

    @Test
    void what_is_too_short_would_take_everything_and_is_left_out() {
        assertThat(WantedWords.parted("a, on, kahvi,, ; Tee pannu\n#x")).containsExactly("kahvi", "tee pannu");
        assertThat(new WantedWords(List.of()).isEmpty()).isTrue();
    }
}
