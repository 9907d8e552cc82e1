package dev.parvi.community;

import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import dev.parvi.text.Verdict;
import org.jspecify.annotations.Nullable;

/** What an answer meets, so that its mood can mirror it. */
public enum VoiceOccasion {
    /** Somebody has died or is gravely ill. */
    GRIEF,
    /** A complaint, anger, or somebody let down. */
    TROUBLE,
    /** Praise and joy. */
    GLADNESS,
    PLAIN;

    private static final int SHOUTS = 2;
    private static final double SURE = 0.7;

    boolean isHeavy() {
        return this == GRIEF || this == TROUBLE;
    }

    /**
     * By the words of a comment and, where they say nothing, by what was understood of it.
     *
     * @param known what is known already; outdone only by grief, which no model looks for
     */
    static VoiceOccasion of(VoiceText comment, VoiceLexicon words, Verdict verdict, @Nullable VoiceOccasion known) {
        if (words.any("grief", comment) || (words.any("death", comment) && words.any("kin", comment))) {
            return GRIEF;
        }
        if (known != null) {
            return known;
        }
        var glad = words.any("glad", comment) || words.any("cheer", comment) || comment.smiles();
        if (words.any("trouble", comment) || comment.frowns() || verdict.has(Mark.COMPLAINT)) {
            return TROUBLE;
        }
        if (glad) {
            return GLADNESS;
        }
        return comment.shouts() >= SHOUTS ? TROUBLE : sounding(verdict);
    }

    /** A glad mood alone, without praise, is no joy to spoil. */
    private static VoiceOccasion sounding(Verdict verdict) {
        if (verdict.has(Mark.PRAISE)) {
            return GLADNESS;
        }
        var angry = verdict.mood() == Mood.NEGATIVE && verdict.moodConfidence() >= SURE;
        return angry && !verdict.has(Mark.QUESTION) ? TROUBLE : PLAIN;
    }
}
