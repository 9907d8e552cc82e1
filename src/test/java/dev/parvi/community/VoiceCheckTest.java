package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.brand.Voice;
import dev.parvi.brand.Voice.Avoided;
import dev.parvi.brand.Voice.EmojiUse;
import dev.parvi.brand.Voice.Humour;
import dev.parvi.community.VoiceWarning.Kind;
import dev.parvi.ui.Languages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceCheckTest {

    @Test
    void an_empty_answer_is_no_fault_yet() {
        assertThat(VoiceCheck.of(VoiceAnswer.to("Surkeaa!", "  "), signed(""))).isEmpty();
    }

    @Test
    void a_warning_says_where_why_and_what_instead() {
        var text = "Tämä on halvempi vaihtoehto kuin eilinen.";
        var warning = VoiceCheck.of(answer("", text), signed("")).getFirst();
        assertThat(warning.kind()).isEqualTo(Kind.AVOIDED);
        assertThat(text.substring(warning.from(), warning.to())).isEqualTo("halvempi");
        assertThat(warning.suggestion()).isEqualTo("edullinen");
        assertThat(warning.reason()).isEqualTo("community.voice.AVOIDED.INSTEAD");
    }

    @ParameterizedTest
    @CsvSource({
        "halpa, fi, halvat, true",
        "halpa, fi, halvimmin, true",
        "halpa, fi, halpakin, false",
        "ongelma, fi, ongelmista, true",
        "ilmainen, fi, ilmaantui, false",
        "дешёвый, ru, дешевле, false",
        "дешёвый, ru, дешёвая, true",
        "клиент, ru, клиентами, true",
        "проблема, ru, проблемный, false",
        "cheap, en, cheapest, true",
        "issue, en, issues, true",
        "free, en, freedom, false",
        "discount*, en, discounted, true"
    })
    void a_word_to_avoid_is_found_in_its_usual_endings(String avoided, String language, String word, boolean found) {
        var text = VoiceText.of(word);
        assertThat(VoiceStem.match(VoiceStem.wanted(avoided, language), text, 0) >= 0)
                .isEqualTo(found);
    }

    @Test
    void what_is_known_of_the_comment_counts_where_its_words_say_nothing() {
        var cheerful = "Mahtavaa, kiitos viestistä! Ihanaa päivää!";
        var plain = new VoiceAnswer(cheerful, "fi", "Laskun päivä oli 3.5.", "fi", VoiceOccasion.PLAIN, List.of());
        var angry = new VoiceAnswer(cheerful, "fi", "Laskun päivä oli 3.5.", "fi", VoiceOccasion.TROUBLE, List.of());
        assertThat(VoiceCheck.of(plain, signed(""))).isEmpty();
        assertThat(VoiceCheck.of(angry, signed("")))
                .extracting(VoiceWarning::kind)
                .containsExactly(Kind.CHEER);
    }

    @Test
    void the_whole_stands_last_and_the_text_in_its_order() {
        var warnings = VoiceCheck.of(answer("Surkeaa palvelua!", "Haha 😍 halpa temppu!"), signed("– Anna"));
        assertThat(warnings)
                .extracting(VoiceWarning::kind)
                .containsExactly(Kind.JOKE, Kind.CHEER, Kind.AVOIDED, Kind.SIGNATURE);
        assertThat(warnings.getLast().isAboutAll()).isTrue();
    }

    @Test
    void a_limit_counts_characters_as_people_do() {
        var family = "👩‍👩‍👧‍👦";
        var guide =
                new Voice(Map.of(), List.of(), List.of(), Humour.ALWAYS, EmojiUse.FREE, Set.of(), "", 2, 5, List.of());
        assertThat(VoiceCheck.of(answer("", family.repeat(5)), guide)).isEmpty();
        assertThat(VoiceCheck.of(answer("", family.repeat(6)), guide))
                .extracting(VoiceWarning::from)
                .containsExactly(family.length() * 5);
    }

    @Test
    void a_language_that_the_brand_does_not_answer_in_is_told() {
        var guide = new Voice(
                Map.of(), List.of(), List.of(), Humour.ALWAYS, EmojiUse.FREE, Set.of(), "", 2, 0, List.of("fi"));
        var answer = VoiceAnswer.to("When do you open?", "We open at nine on weekdays and at ten on Saturdays.");
        assertThat(VoiceCheck.of(answer, guide))
                .extracting(VoiceWarning::reason)
                .containsExactly("community.voice.LANGUAGE.GUIDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u202e)))", "¡¿!!!", "\ud83d", "a", "😀", "Ａ Ｂ", "<script>alert(1)</script>"})
    void anything_can_be_typed(String text) {
        assertThat(VoiceCheck.of(VoiceAnswer.to(text, text), signed("– Anna"))).isNotNull();
    }

    @Test
    void a_giant_takes_no_time() {
        for (var each : List.of("surkea! ", ")))", "ПОЧЕМУ ", "😀", "we'll we'll ", "!", "\u0301")) {
            var giant = each.repeat(200_000 / each.length());
            org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(3), () -> VoiceCheck.of(VoiceAnswer.to(giant, giant), signed("– Anna")));
        }
    }

    @Test
    void every_reason_has_its_words() {
        var words = new Languages().in(Languages.ENGLISH);
        var reasons = List.of(
                "ADDRESS",
                "AVOIDED",
                "AVOIDED.INSTEAD",
                "JOKE.NEVER",
                "JOKE.TROUBLE",
                "JOKE.GRIEF",
                "CHEER.TROUBLE",
                "CHEER.GRIEF",
                "GLOOM",
                "SORRY_AGAIN",
                "EMOJI.NONE",
                "EMOJI.FEW",
                "EMOJI.UNWANTED",
                "SIGNATURE",
                "BLAME",
                "CAPS",
                "LONG",
                "NO_DATE",
                "LANGUAGE.GUIDE",
                "LANGUAGE.COMMENT");
        assertThat(reasons).allMatch(reason -> words.has("community.voice." + reason));
    }

    private static VoiceAnswer answer(String comment, String text) {
        return new VoiceAnswer(text, "fi", comment, "fi", null, List.of());
    }

    private static Voice signed(String signature) {
        return new Voice(
                Map.of(),
                List.of(),
                List.of(new Avoided("halpa", "edullinen")),
                Humour.UNTROUBLED,
                EmojiUse.FREE,
                Set.of(),
                signature,
                2,
                0,
                List.of());
    }
}
