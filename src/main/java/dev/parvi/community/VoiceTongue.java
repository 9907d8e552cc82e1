package dev.parvi.community;

import dev.parvi.text.Verdict;
import java.util.Locale;
import java.util.Optional;

/** Tells in which language a text is, or says nothing where that isn't sure: texts here are short. */
final class VoiceTongue {

    private static final int CLEAR = 2;
    private static final int FEW_LETTERS = 8;
    private static final int MANY_LETTERS = 80;
    private static final double SURE = 0.85;
    /** Among the Slavic languages in this script a model is easily misled by a short text. */
    private static final double VERY_SURE = 0.95;

    private static final String UKRAINIAN = "іїєґ";

    private VoiceTongue() {}

    static Optional<String> of(VoiceText text, Verdict verdict) {
        var code = verdict.language().code();
        if (mostlyCyrillic(text.text())) {
            if (text.text().toLowerCase(Locale.ROOT).chars().anyMatch(c -> UKRAINIAN.indexOf(c) >= 0)) {
                return Optional.of("uk");
            }
            var sure = letters(text.text()) > MANY_LETTERS && verdict.languageConfidence() >= VERY_SURE;
            return Optional.of(sure && verdict.language().known() ? code : "ru");
        }
        return verdict.language().known() && verdict.languageConfidence() >= SURE
                ? Optional.of(code)
                : byLittleWords(text);
    }

    private static Optional<String> byLittleWords(VoiceText text) {
        var best = "";
        var most = 0;
        var second = 0;
        for (var language : VoiceLexicon.LANGUAGES) {
            var little = VoiceLexicon.of(language).pairs("little");
            var count = (int) text.words().stream()
                    .filter(word -> little.containsKey(word.even()))
                    .count();
            if (count > most) {
                second = most;
                most = count;
                best = language;
            } else {
                second = Math.max(second, count);
            }
        }
        return most >= CLEAR && most > second ? Optional.of(best) : Optional.empty();
    }

    /** Both have enough letters to say so. */
    static boolean differInScript(VoiceText one, VoiceText other) {
        return letters(one.text()) > FEW_LETTERS
                && letters(other.text()) > FEW_LETTERS
                && mostlyCyrillic(one.text()) != mostlyCyrillic(other.text());
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static boolean mostlyCyrillic(String text) {
        var cyrillic = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                .count();
        return cyrillic > 2 && cyrillic * 2 > letters(text);
    }
}
