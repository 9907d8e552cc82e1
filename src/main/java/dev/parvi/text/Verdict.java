package dev.parvi.text;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What was understood of a text.
 *
 * @param languageConfidence 0 to 1
 * @param moodConfidence 0 to 1; 0 where the mood is unsure
 * @param moodBasis a rule only where there are emoji or smileys and no words
 * @param findings one for each {@link Mark}
 */
public record Verdict(
        Language language,
        double languageConfidence,
        Mood mood,
        double moodConfidence,
        Basis moodBasis,
        Map<Mark, Finding> findings) {

    public Verdict {
        findings = Map.copyOf(findings);
    }

    public Finding finding(Mark mark) {
        return Objects.requireNonNull(findings.get(mark));
    }

    public boolean has(Mark mark) {
        return finding(mark).there();
    }

    /** Those that are there. */
    public Set<Mark> marks() {
        var there = EnumSet.noneOf(Mark.class);
        findings.forEach((mark, finding) -> {
            if (finding.there()) {
                there.add(mark);
            }
        });
        return there;
    }

    /** With what a moderator says in place of what was understood; language and words are looked at before. */
    public Verdict corrected(Correction correction) {
        var said = new EnumMap<>(findings);
        correction.marks().forEach((mark, there) -> said.put(mark, Finding.by(Basis.LEARNED, there ? 1 : 0)));
        var now = correction.mood();
        return now == null
                ? new Verdict(language, languageConfidence, mood, moodConfidence, moodBasis, said)
                : new Verdict(language, languageConfidence, now, 1, Basis.LEARNED, said);
    }
}
