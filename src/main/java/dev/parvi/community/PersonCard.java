package dev.parvi.community;

import dev.parvi.connector.Descriptor;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the desk knows of somebody.
 *
 * @param profile the one that was asked for
 * @param profiles that one and those that members joined with it, it first
 * @param erased whether they were erased: then only their places are left
 * @param moods by month, the earliest first, without a gap; the latest twelve at most
 * @param waiting conversations in which they wait for us
 * @param pledges what was promised in conflicts that they are in, the latest first
 * @param said what they said to us, the latest first, of which this is a part
 * @param next where the next part begins; null for the last
 * @param fits whether they belong to the target audience, by profile; empty where that isn't judged
 */
public record PersonCard(
        long profile,
        List<Profile> profiles,
        boolean erased,
        Sums sums,
        List<Month> moods,
        List<Waits> waiting,
        List<PersonNote> notes,
        List<Pledged> pledges,
        List<Word> said,
        @Nullable String next,
        Map<String, Descriptor> networks,
        Map<MemberId, String> members,
        List<Belonging.Told> fits,
        LocalDate today,
        Instant now) {

    /** @param address where they can be seen; null where that isn't a web address */
    public record Profile(
            long id,
            String network,
            String name,
            String handle,
            @Nullable URI address,
            Instant firstAt,
            boolean joined) {

        public String called() {
            return name.isBlank() ? handle : name;
        }
    }

    /**
     * @param comments what they said, {@code answered} how much of it we answered directly
     * @param first when they were first heard; null where nothing is there
     */
    public record Sums(
            int comments,
            int conversations,
            int answered,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /** How many of their utterances sounded how. */
    public record Month(YearMonth month, int negative, int neutral, int positive, int unsure) {

        public int all() {
            return negative + neutral + positive + unsure;
        }
    }

    /** @param by until when an answer was promised; null where none was */
    public record Waits(
            ConversationId conversation,
            String text,
            Instant since,
            @Nullable Instant by) {}

    /** What we promised in a case, to those who are in it. */
    public record Pledged(long conflict, Conflict.Pledge pledge) {}

    /** @param under the beginning of what it stands under; empty where that isn't known */
    public record Word(Said said, ConversationId conversation, String network, String under) {}

    public String called() {
        return profiles.getFirst().called();
    }

    public List<PersonNote> promises() {
        return notes.stream().filter(PersonNote::promise).toList();
    }

    public List<PersonNote> remarks() {
        return notes.stream().filter(each -> !each.promise()).toList();
    }

    /** What people call a member; empty for somebody who left. */
    public String name(MemberId member) {
        return members.getOrDefault(member, "");
    }
}
