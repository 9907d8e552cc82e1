package dev.parvi.community;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it's sent, and what it answers.
 *
 * @param language of the answer where its words don't tell, as a code: what one would expect; null for nothing expected
 * @param comment what is answered; empty for nothing
 * @param commentLanguage null to have it told
 * @param heard how the comment sounds where that's known already; null to have it judged by its words
 * @param before what we said to this person earlier, in any order
 */
public record VoiceAnswer(
        String text,
        @Nullable String language,
        String comment,
        @Nullable String commentLanguage,
        @Nullable VoiceOccasion heard,
        List<String> before) {

    public VoiceAnswer {
        before = List.copyOf(before);
    }

    public static VoiceAnswer to(String comment, String text) {
        return new VoiceAnswer(text, null, comment, null, null, List.of());
    }
}
