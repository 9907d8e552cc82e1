package dev.parvi.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Understands a text: its language, how it sounds, and what a moderator wants to see at a glance. Works without a network; safe for many
 * threads. Of a text the first 4,000 characters are looked at, so that no text takes long.
 */
public final class Understanding {

    private Understanding() {}

    public static Verdict of(String text) {
        return of(text, null, Learned.NOTHING);
    }

    /** @param learned what the brand's moderators have corrected */
    public static Verdict of(String text, Learned learned) {
        return of(text, null, learned);
    }

    /** Only in which language it is. */
    public static Language language(String text) {
        return new Language(Tongues.guess(Prose.of(text)).label());
    }

    /** In the order of the texts. */
    public static List<Verdict> of(List<String> texts, Learned learned) {
        return texts.stream().map(text -> of(text, null, learned)).toList();
    }

    /** @param language where it's known already, as from the network; null to have it told */
    public static Verdict of(String text, @Nullable Language language, Learned learned) {
        var reading = Reading.of(text, language);
        var verdict = plainly(reading);
        return learned.isEmpty() ? verdict : learned.adjust(reading, verdict);
    }

    /** Without what any brand has learned. */
    static Verdict plainly(Reading reading) {
        var mood = reading.mood();
        var findings = new EnumMap<Mark, Finding>(Mark.class);
        for (var mark : Mark.values()) {
            findings.put(mark, Marking.of(mark, reading, mood));
        }
        return new Verdict(
                reading.language(),
                reading.languageConfidence(),
                mood(mood),
                mood == null ? 0 : mood.confidence(),
                mood == null ? Basis.NONE : reading.wordless() ? Basis.RULE : Basis.MODEL,
                findings);
    }

    static Mood mood(@Nullable Guess guess) {
        return guess == null ? Mood.UNSURE : Mood.valueOf(guess.label().toUpperCase(Locale.ROOT));
    }
}
