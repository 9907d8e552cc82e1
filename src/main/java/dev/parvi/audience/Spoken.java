package dev.parvi.audience;

import dev.parvi.audience.Fit.Ground;
import dev.parvi.audience.Fit.Reason;
import dev.parvi.text.Learned;
import dev.parvi.text.Understanding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the languages of what somebody wrote against those that are meant. That it's another one takes more words than that it's the right one, since
 * neighbouring languages are easily taken for each other; but no words at all where nobody who is meant writes in these letters.
 */
final class Spoken {

    /** Letters, and how sure. */
    private static final int SOME = 12;

    private static final double LIKELY = 0.5;
    private static final int MANY = 24;
    private static final double SURE = 0.8;

    private static final Map<Character.UnicodeScript, Set<String>> WRITTEN = Map.of(
            Character.UnicodeScript.CYRILLIC, Set.of("ru", "uk", "bg", "sr", "mk", "be"),
            Character.UnicodeScript.HAN, Set.of("zh", "ja"),
            Character.UnicodeScript.HIRAGANA, Set.of("ja"),
            Character.UnicodeScript.ARABIC, Set.of("ar", "fa"));

    private final List<String> languages;

    Spoken(List<String> languages) {
        this.languages = languages;
    }

    /** @param sure 0 to 1 */
    private record Guess(String code, double sure, long letters) {}

    /** Empty where it can't be told, or any language will do. */
    Optional<Reason> of(Seen seen) {
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        var guesses = Stream.of(seen.about(), String.join("\n", seen.said()))
                .flatMap(text -> guess(text).stream())
                .toList();
        return guesses.stream()
                .filter(each -> each.letters() >= SOME && each.sure() >= LIKELY && languages.contains(each.code()))
                .map(each -> new Reason(Ground.LANGUAGE, each.code()))
                .findFirst()
                .or(() -> guesses.stream()
                        .filter(each ->
                                each.letters() >= MANY && each.sure() >= SURE && !languages.contains(each.code()))
                        .map(each -> new Reason(Ground.LANGUAGE_OUT, each.code()))
                        .findFirst())
                .or(() -> strange(seen));
    }

    private Optional<Reason> strange(Seen seen) {
        var text = seen.about() + "\n" + String.join("\n", seen.said());
        return WRITTEN.entrySet().stream()
                .filter(each -> languages.stream().noneMatch(each.getValue()::contains))
                .filter(each -> 2 * letters(text, each.getKey()) > letters(text, null))
                .map(each ->
                        new Reason(Ground.LANGUAGE_OUT, each.getKey().name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static long letters(String text, Character.@Nullable UnicodeScript script) {
        return text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> script == null || Character.UnicodeScript.of(letter) == script)
                .count();
    }

    /** The language of words, where there are enough to be likely. */
    static Optional<String> language(String text) {
        return guess(text)
                .filter(each -> each.letters() >= SOME && each.sure() >= LIKELY)
                .map(Guess::code);
    }

    private static Optional<Guess> guess(String text) {
        var letters = letters(text, null);
        if (letters < SOME) {
            return Optional.empty();
        }
        var verdict = Understanding.of(text, Learned.NOTHING);
        return verdict.language().known()
                ? Optional.of(new Guess(verdict.language().code(), verdict.languageConfidence(), letters))
                : Optional.empty();
    }
}
