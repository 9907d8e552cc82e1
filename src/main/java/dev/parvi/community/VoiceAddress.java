package dev.parvi.community;

import dev.parvi.brand.Voice;
import dev.parvi.brand.Voice.Address;
import dev.parvi.community.VoiceText.Word;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the form of address that the guide doesn't want. */
final class VoiceAddress {

    private VoiceAddress() {}

    /** How one language addresses people. */
    interface Forms {

        /** @return the other form of the word, empty where it isn't known; nothing where the word doesn't address in this way */
        Optional<String> other(Address way, VoiceText text, int at);
    }

    private static final Map<String, Forms> FORMS = Map.of(
            "fi", new VoiceFinnish(),
            "ru", new VoiceRussian(),
            "de", new VoiceGerman(),
            "fr", new VoiceRomance("fr"),
            "es", new VoiceRomance("es"));

    static Optional<VoiceWarning> check(VoiceCheck.Heard heard, Voice guide) {
        var wanted = guide.address().get(heard.language());
        var forms = FORMS.get(heard.language());
        if (wanted == null || forms == null) {
            return Optional.empty();
        }
        var wrong = wanted == Address.FAMILIAR ? Address.FORMAL : Address.FAMILIAR;
        if (wrong == Address.FORMAL && isForSeveral(heard)) {
            return Optional.empty();
        }
        var words = heard.text().words();
        for (var at = 0; at < words.size(); at++) {
            var other = words.get(at).quoted() ? Optional.<String>empty() : forms.other(wrong, heard.text(), at);
            if (other.isPresent()) {
                var begins =
                        at == 0 || words.get(at - 1).sentence() != words.get(at).sentence();
                return Optional.of(
                        warning(words.get(at), heard.language(), wanted, begins ? capital(other.get()) : other.get()));
            }
        }
        return Optional.empty();
    }

    /** Several people are addressed in the plural, which looks like the formal way; condolences go to a family. */
    private static boolean isForSeveral(VoiceCheck.Heard heard) {
        return heard.occasion() == VoiceOccasion.GRIEF || heard.words().any("several", heard.comment());
    }

    private static VoiceWarning warning(Word word, String language, Address wanted, String other) {
        var pair = Objects.requireNonNull(Voice.PAIRS.get(language));
        return VoiceWarning.of(
                        VoiceWarning.Kind.ADDRESS,
                        word.from(),
                        word.to(),
                        Map.of("found", word.raw(), "wanted", pair.of(wanted)))
                .suggesting(other);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
