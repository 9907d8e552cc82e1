package dev.parvi.community.web;

import dev.parvi.brand.ScribeFailed;
import dev.parvi.community.Suggesting;
import dev.parvi.community.VoiceChecked;
import dev.parvi.connector.Descriptor;
import gg.jte.Content;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an answer is written.
 *
 * @param count of {@code text} as the network counts, of at most {@code rule.limit()}
 * @param preview as the network will show it; null where there is nothing to show
 * @param error the end of a message key that says what to mend; empty where nothing is
 * @param checked what the voice check says; null before it looked
 * @param confirmed which warnings its writer has ticked off
 * @param offer what an outside model can do here
 * @param suggested what it wrote while something else was typed already; empty for nothing
 * @param unwritten why it wrote nothing; null where nobody asked, or it did
 * @param unsummed why it made no summary; null where nobody asked, or it did
 * @param tracked whether its links shall be made ones whose visitors are counted
 * @param key that makes one answer of a form that comes twice
 */
public record AnswerForm(
        String text,
        int count,
        Descriptor.TextRule rule,
        @Nullable Content preview,
        String error,
        UUID key,
        List<Reply> replies,
        @Nullable VoiceChecked checked,
        String confirmed,
        Suggesting.Offer offer,
        String suggested,
        @Nullable ScribeFailed unwritten,
        @Nullable ScribeFailed unsummed,
        boolean tracked) {

    /**
     * A saved reply, ready to be put in.
     *
     * @param language of the version that fits best
     * @param text with its variables filled in
     */
    public record Reply(String name, String language, String text) {}

    /** The same with what a model wrote beside it; what was typed stays. */
    AnswerForm suggesting(String text, @Nullable ScribeFailed failed) {
        return new AnswerForm(
                this.text, count, rule, preview, error, key, replies, checked, confirmed, offer, text, failed, null,
                tracked);
    }

    /** The same where no summary was made. */
    AnswerForm unsummed(ScribeFailed failed) {
        return new AnswerForm(
                text, count, rule, preview, error, key, replies, checked, confirmed, offer, suggested, null, failed,
                tracked);
    }

    /** The same with its tick. */
    AnswerForm tracking(boolean ticked) {
        return new AnswerForm(
                text, count, rule, preview, error, key, replies, checked, confirmed, offer, suggested, unwritten,
                unsummed, ticked);
    }

    public boolean over() {
        return !rule.fits(text);
    }
}
