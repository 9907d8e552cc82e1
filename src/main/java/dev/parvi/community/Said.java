package dev.parvi.community;

import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.text.Basis;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One utterance as it stands in its conversation.
 *
 * @param speaker their name, else their handle; empty where they are unknown or were erased
 * @param profile the desk's number of the speaker; 0 where the network has no lasting name for them
 * @param profileAddress where they can be seen on the network; null where that isn't a web address
 * @param gone since when the network doesn't show it without saying why; null where it does
 * @param address where it can be read; null where that isn't a web address
 * @param delivery the answer of ours that it is; null where it wasn't sent by the desk
 * @param cut whether its end is missing
 * @param understood null where nobody has looked at it yet, and for what we said
 * @param before what it said before it was changed, the oldest first
 */
public record Said(
        CommentId id,
        Kind kind,
        String speaker,
        String handle,
        long profile,
        @Nullable URI profileAddress,
        boolean us,
        Standing standing,
        @Nullable Instant gone,
        boolean erased,
        Instant at,
        @Nullable Instant edited,
        @Nullable Instant answered,
        @Nullable Integer stars,
        String text,
        boolean cut,
        @Nullable URI address,
        @Nullable DeliveryId delivery,
        @Nullable Understood understood,
        List<Former> before) {

    /**
     * What was made of it.
     *
     * @param confidence of the mood, 0 to 1
     * @param unsure the marks of which nobody can tell
     * @param ruled those of the marks that a rule says, {@code learned} those that the brand's corrections say
     */
    public record Understood(
            String language,
            Mood mood,
            double confidence,
            Basis basis,
            Set<Mark> marks,
            Set<Mark> unsure,
            Set<Mark> ruled,
            Set<Mark> learned) {

        public Basis basis(Mark mark) {
            return learned.contains(mark) ? Basis.LEARNED : ruled.contains(mark) ? Basis.RULE : Basis.MODEL;
        }
    }

    /**
     * @param until until when it stood so, as far as we know
     * @param stars null where it had none
     */
    public record Former(
            String text, Instant until, @Nullable Integer stars) {}

    /** Whether readers of the network see it. */
    public boolean shown() {
        return standing == Standing.SHOWN && gone == null && !erased;
    }

    /** Whether it can still be answered or moderated there. */
    public boolean there() {
        return standing != Standing.DELETED && gone == null && !erased;
    }

    public String language() {
        return understood == null ? "" : understood.language();
    }
}
