package dev.parvi.community;

import dev.parvi.brand.Voice;
import dev.parvi.text.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares an answer with the brand's voice and with the mood of what it answers, by rules that can be read: the words stand
 * in {@code voice_<language>.txt}. A pure function, fast enough to run as one types.
 */
public final class VoiceCheck {

    private VoiceCheck() {}

    /** In the order of the text; what is about the whole stands last. */
    public static List<VoiceWarning> of(VoiceAnswer answer, Voice guide) {
        if (answer.text().isBlank()) {
            return List.of();
        }
        var heard = Heard.of(answer);
        var warnings = new ArrayList<VoiceWarning>();
        VoiceAddress.check(heard, guide).ifPresent(warnings::add);
        warnings.addAll(VoiceGuide.check(heard, guide));
        warnings.addAll(VoiceMirror.check(heard, answer, guide));
        warnings.addAll(VoiceManners.check(heard));
        warnings.sort(Comparator.comparing(VoiceWarning::isAboutAll).thenComparingInt(VoiceWarning::from));
        return List.copyOf(warnings);
    }

    /**
     * An answer and its comment, read.
     *
     * @param whole the answer to its very end; of the texts only the beginning is looked at
     * @param told the language that the answer's own words tell; empty where they don't
     * @param language told, or else what one would expect
     * @param asked the language of the comment; empty where it can't be told
     */
    record Heard(
            String whole,
            VoiceText text,
            String told,
            String language,
            VoiceText comment,
            String asked,
            VoiceOccasion occasion) {

        static Heard of(VoiceAnswer answer) {
            var text = VoiceText.of(answer.text());
            var comment = VoiceText.of(answer.comment());
            var verdict = Understanding.of(comment.text());
            var asked = answer.commentLanguage() == null
                    ? VoiceTongue.of(comment, verdict).orElse("")
                    : answer.commentLanguage();
            var told = VoiceTongue.of(text, Understanding.of(text.text())).orElse("");
            var language = !told.isEmpty() ? told : answer.language() == null ? asked : answer.language();
            var words = VoiceLexicon.of(asked.isEmpty() ? language : asked);
            return new Heard(
                    answer.text(),
                    text,
                    told,
                    language,
                    comment,
                    asked,
                    VoiceOccasion.of(comment, words, verdict, answer.heard()));
        }

        VoiceLexicon words() {
            return VoiceLexicon.of(language);
        }
    }
}
