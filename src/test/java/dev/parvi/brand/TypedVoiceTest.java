package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedVoiceTest {

    @Test
    void an_open_voice_has_no_faults() {
        assertThat(TypedVoice.of(Voice.OPEN).faults()).isEmpty();
    }

    @Test
    void every_fault_is_told_at_its_field() {
        var typed = new TypedVoice(
                Map.of("en", "FORMAL"),
                "x".repeat(121),
                " = edullinen",
                "SOMETIMES",
                "",
                "🍷 wine",
                "x".repeat(81),
                "many",
                "0",
                Set.of("xx"));
        assertThat(typed.faults())
                .containsOnlyKeys(
                        "address",
                        "preferred",
                        "avoided",
                        "humour",
                        "emoji",
                        "unwanted",
                        "signature",
                        "apologies",
                        "longest",
                        "languages")
                .containsEntry("avoided", "brand.voice.fault.avoided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "-5", "99999999999", "long"})
    void a_length_out_of_range_is_a_fault(String longest) {
        var open = TypedVoice.of(Voice.OPEN);
        var typed = new TypedVoice(
                open.address(), "", "", open.humour(), open.emoji(), "", "", open.apologies(), longest, Set.of());
        assertThat(typed.faults()).containsOnlyKeys("longest");
    }

    @ParameterizedTest
    @CsvSource({"👍🏽, 1", "👩‍💻, 1", "🇫🇮🇸🇪, 2", "☀️, 1", "© 2026 ™, 0", "a🍷b🍷, 2", "'1, 2 # *', 0"})
    void emoji_are_found_as_people_see_them(String text, int count) {
        assertThat(Emojis.in(text))
                .hasSize(count)
                .allSatisfy(found ->
                        assertThat(text.substring(found.from(), found.to())).isEqualTo(found.emoji()));
    }
}
