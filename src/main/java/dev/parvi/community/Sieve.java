package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.util.Optional;
import java.util.Set;

/**
 * Which conversations are wanted; what is empty lets all through.
 *
 * @param waiting only those in which somebody waits for us
 * @param marks those with at least one of them, said since our last word
 * @param language ISO 639-1
 * @param words as one types them into a search engine: all of them, {@code "in this order"}, {@code -without}
 * @param unanswered only those in which we have never said anything
 * @param ours only those that ask something of us: a question, a complaint, somebody who wants to buy, a review, a mention or
 *     a private message, since our last word
 */
public record Sieve(
        Conversation.State state,
        boolean waiting,
        Optional<MemberId> assignee,
        Optional<AccountId> account,
        Optional<Urgency> urgency,
        Set<Mark> marks,
        Optional<Mood> mood,
        String language,
        String words,
        boolean unanswered,
        boolean ours) {

    public Sieve(
            Conversation.State state,
            boolean waiting,
            Optional<MemberId> assignee,
            Optional<AccountId> account,
            Optional<Urgency> urgency,
            Set<Mark> marks,
            Optional<Mood> mood,
            String language,
            String words) {
        this(state, waiting, assignee, account, urgency, marks, mood, language, words, false, false);
    }

    public static Sieve of(Conversation.State state) {
        return new Sieve(
                state, false, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), "", "");
    }

    public Sieve onlyWaiting() {
        return new Sieve(state, true, assignee, account, urgency, marks, mood, language, words, unanswered, ours);
    }

    public Sieve assignedTo(MemberId member) {
        return new Sieve(
                state, waiting, Optional.of(member), account, urgency, marks, mood, language, words, unanswered, ours);
    }

    public Sieve on(AccountId of) {
        return new Sieve(
                state, waiting, assignee, Optional.of(of), urgency, marks, mood, language, words, unanswered, ours);
    }

    public Sieve urgent(Urgency how) {
        return new Sieve(
                state, waiting, assignee, account, Optional.of(how), marks, mood, language, words, unanswered, ours);
    }

    public Sieve marked(Set<Mark> with) {
        return new Sieve(state, waiting, assignee, account, urgency, with, mood, language, words, unanswered, ours);
    }

    public Sieve saying(String sought) {
        return new Sieve(state, waiting, assignee, account, urgency, marks, mood, language, sought, unanswered, ours);
    }

    /** Whether it's one of the built-in views, whose counts are exact. */
    public boolean builtIn() {
        var narrowed = (waiting ? 1 : 0)
                + (assignee.isPresent() ? 1 : 0)
                + (account.isPresent() ? 1 : 0)
                + (urgency.isPresent() ? 1 : 0);
        return marks.isEmpty()
                && mood.isEmpty()
                && language.isEmpty()
                && words.isBlank()
                && !unanswered
                && !ours
                && (narrowed == 0 || narrowed == 1 && state == Conversation.State.OPEN);
    }
}
