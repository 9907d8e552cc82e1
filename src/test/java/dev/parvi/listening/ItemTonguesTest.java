package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemTonguesTest {

    private static final String FINNISH =
            "Kahvin hinta nousee keväällä, kertovat paahtimot, ja kahvilat miettivät mitä asiakkaat sanovat.";
    private static final String RUSSIAN =
            "Цена кофе весной вырастет, говорят обжарщики, и кофейни думают, что скажут гости.";
    private static final String SHORT = "12:30 ++ 14";

    private final ItemTongues tongues = new ItemTongues();

    private void add(long source, String text, int times) {
        for (var n = 0; n < times; n++) {
            tongues.add(source, "", text);
        }
    }

    @Test
    void what_is_claimed_is_believed_save_english() {
        assertThat(tongues.of(1, "sv-FI", FINNISH)).isEqualTo("sv");
        assertThat(tongues.of(1, "en-US", FINNISH)).isEqualTo("fi");
        assertThat(tongues.of(1, "en", SHORT)).isEqualTo("en");
        assertThat(tongues.of(1, "", SHORT)).isEmpty();
    }

    @Test
    void many_of_one_source_that_agree_speak_for_those_that_can_t_be_told() {
        add(1, FINNISH, 30);
        assertThat(tongues.of(1, "", SHORT)).isEqualTo("fi");
        assertThat(tongues.of(2, "", SHORT)).isEmpty();
    }

    @Test
    void a_few_or_such_as_speak_two_languages_are_each_listened_to() {
        add(1, FINNISH, 8);
        assertThat(tongues.of(1, "", RUSSIAN)).isEqualTo("ru");
        for (var n = 0; n < 30; n++) {
            add(3, n % 3 == 0 ? RUSSIAN : FINNISH, 1);
        }
        assertThat(tongues.of(3, "", RUSSIAN)).isEqualTo("ru");
        assertThat(tongues.of(3, "", FINNISH)).isEqualTo("fi");
    }

    @Test
    void what_comes_from_many_mouths_is_never_taken_together() {
        add(0, FINNISH, 50);
        assertThat(tongues.of(0, "", RUSSIAN)).isEqualTo("ru");
    }
}
