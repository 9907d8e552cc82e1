package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingTest {

    @ParameterizedTest
    @CsvSource({
        "Käytiin Paahtimo Aallossa eilen, Paahtimo Aal, true",
        "PAAHTIMO  AALTO on hyvä, paahtimo aalto, true",
        "Uuspaahtimo avattiin, paahtimo, false",
        "#paahtimo!, paahtimo, true",
        "Обжарку Аалто хвалят, обжарк, true",
        "kahvi, paahtimo, false",
        "@roastery.example kiitos, roastery.example, true"
    })
    void a_name_stands_where_a_word_begins_and_has_any_ending(String text, String phrase, boolean holds) {
        assertThat(Sighting.holds(text, phrase)).isEqualTo(holds);
    }
}
