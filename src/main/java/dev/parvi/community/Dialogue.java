package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.publishing.Delivery;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Colleague;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is worked on.
 *
 * @param account where it is; null where the account is gone
 * @param lines those shown, in the order in which they are read
 * @param total how many lines there are, of which {@code from} stand before those shown
 * @param earlier an utterance on the page before; null on the first. {@code later} likewise
 * @param target what an answer would answer; null where there is nothing
 * @param cannot why it can't be answered; null where it can
 * @param draft what the reader has typed before
 * @param second whether an answer needs a second person
 * @param writers the names of the others who write just now
 * @param colleagues those who may work on it
 * @param conflict its case; null where it has none
 * @param exchange what went on there, in figures
 */
public record Dialogue(
        Conversation conversation,
        Head head,
        @Nullable Account account,
        Descriptor network,
        List<Line> lines,
        int total,
        int from,
        @Nullable CommentId earlier,
        @Nullable CommentId later,
        List<Note> notes,
        @Nullable Said target,
        CannotAnswer.@Nullable Why cannot,
        String draft,
        boolean second,
        List<String> writers,
        List<Colleague> colleagues,
        Map<MemberId, String> names,
        @Nullable Conflict conflict,
        Instant now,
        Exchange exchange) {

    /**
     * One line of it: what was said, or an answer of ours that isn't heard back yet.
     *
     * @param delivery how our answer stands; null where it's none of the ledger's
     * @param acts what may be done to it at the network
     * @param moderated what was done last; null where nothing was
     * @param corrected who said last that it's something else than was understood; null where nobody did
     * @param proposed what a rule proposes to do to it; null where none does
     */
    public record Line(
            int depth,
            @Nullable Said said,
            @Nullable OwnAnswer answer,
            @Nullable Delivery delivery,
            Set<Act> acts,
            @Nullable Moderated moderated,
            @Nullable Corrected corrected,
            @Nullable RuleHit proposed) {}

    /** What people call a member; somebody who left has no name here. */
    public String name(MemberId member) {
        return names.getOrDefault(member, "");
    }
}
