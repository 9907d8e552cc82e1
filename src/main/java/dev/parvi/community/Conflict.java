package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a case: proposed by the desk or made by hand, worked on, brought to an outcome, and looked back on after a week.
 *
 * @param about in a member's words; empty where nobody has said
 * @param heat what the proposal was made of; null where it was made by hand
 * @param openedAt null where nobody has taken it up
 * @param pledge what we promised; null where nothing is
 * @param closing null while it's under way
 * @param lookBack null where it isn't closed
 * @param erased whether words were taken away because somebody in it asked to be forgotten
 */
public record Conflict(
        long id,
        ConversationId conversation,
        State state,
        Severity severity,
        String about,
        @Nullable Heat heat,
        Instant madeAt,
        @Nullable Instant openedAt,
        Cooling cooling,
        @Nullable Pledge pledge,
        @Nullable Closing closing,
        @Nullable LookBack lookBack,
        boolean erased) {

    /** After the outcome it's asked whether the people came back. */
    public static final Duration LOOKS_BACK_AFTER = Duration.ofDays(7);

    /** Where it stands. */
    public enum State {
        /** The desk thinks that it's one; nobody has said yet. */
        PROPOSED,
        OPEN,
        CLOSED,
        /** Somebody said that it's none. */
        DECLINED
    }

    /** How much it weighs in the reputation, too. */
    public enum Severity {
        MILD(1),
        SERIOUS(2),
        GRAVE(3);

        private final int weight;

        Severity(int weight) {
            this.weight = weight;
        }

        public int weight() {
            return weight;
        }

        Severity or(Severity other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** How it ended. */
    public enum Outcome {
        SETTLED(1),
        /** Not settled, but said in another tone. */
        SOFTENED(0.5),
        /** We never answered, or they never did. */
        UNANSWERED(0),
        /** It went on elsewhere: in public, in court. */
        ESCALATED(0),
        /** Somebody left for good. */
        LOST(0);

        private final double worth;

        Outcome(double worth) {
            this.worth = worth;
        }

        /** 0 to 1, for the reputation. */
        public double worth() {
            return worth;
        }
    }

    /** @param second whether each answer needs a second person; {@code until} until when it does anyway, null for no wait */
    public record Cooling(boolean second, @Nullable Instant until) {

        static final Cooling NONE = new Cooling(false, null);

        boolean holds(Instant now) {
            return second || until != null && now.isBefore(until);
        }
    }

    /** @param by null where no time was given */
    public record Pledge(
            String text, @Nullable Instant by, @Nullable Instant keptAt) {

        /** Whether it should have been kept by now. */
        public boolean overdue(Instant now) {
            return keptAt == null && by != null && by.isBefore(now);
        }
    }

    /** @param outcome null where somebody said that it's no conflict */
    public record Closing(@Nullable Outcome outcome, String words, Instant at, MemberId by) {}

    /** @param at when the desk looked, {@code seenAt} when a member saw what it found */
    public record LookBack(
            Instant due, @Nullable Instant at, @Nullable Instant seenAt) {

        /** Whether something was found that nobody has seen. */
        public boolean fresh() {
            return at != null && seenAt == null;
        }
    }

    public boolean live() {
        return state == State.PROPOSED || state == State.OPEN;
    }

    /** Whether an answer needs a second person now. */
    public boolean cools(Instant now) {
        return state == State.OPEN && cooling.holds(now);
    }

    /** @throws CaseMoved where it isn't proposed any more */
    Conflict accepted(Instant now) {
        in(State.PROPOSED);
        return with(State.OPEN, now, closing, lookBack);
    }

    /** It's none after all. @throws CaseMoved where it has ended */
    Conflict declined(Instant now, MemberId by) {
        if (!live()) {
            throw new CaseMoved(id);
        }
        return with(State.DECLINED, openedAt, new Closing(null, "", now, by), null);
    }

    /** @throws CaseMoved where it isn't worked on */
    Conflict settled(Outcome outcome, String words, Instant now, MemberId by) {
        in(State.OPEN);
        return with(
                State.CLOSED,
                openedAt,
                new Closing(outcome, words, now, by),
                new LookBack(now.plus(LOOKS_BACK_AFTER), null, null));
    }

    /** It wasn't over. @throws CaseMoved where it is under way */
    Conflict reopened(Instant now) {
        in(State.CLOSED);
        return with(State.OPEN, now, null, null);
    }

    /** @throws CaseMoved where it isn't worked on */
    Conflict described(Severity severity, String about) {
        in(State.OPEN);
        return with(severity, about, heat, cooling, pledge);
    }

    /** @throws CaseMoved where it isn't worked on */
    Conflict cooling(Cooling cooling) {
        in(State.OPEN);
        return with(severity, about, heat, cooling, pledge);
    }

    /** @throws CaseMoved where it isn't worked on */
    Conflict promising(@Nullable Pledge pledge) {
        in(State.OPEN);
        return with(severity, about, heat, cooling, pledge);
    }

    /** It has become hotter while it waits. */
    Conflict hotter(Heat now) {
        in(State.PROPOSED);
        return with(severity.or(now.severity()), about, now, cooling, pledge);
    }

    Conflict looked(LookBack found) {
        in(State.CLOSED);
        return with(state, openedAt, closing, found);
    }

    /** @throws CaseMoved where there is nothing to see */
    Conflict seen(Instant now) {
        if (lookBack == null || !lookBack.fresh()) {
            throw new CaseMoved(id);
        }
        return with(state, openedAt, closing, new LookBack(lookBack.due(), lookBack.at(), now));
    }

    private Conflict with(
            Severity severity, String about, @Nullable Heat heat, Cooling cooling, @Nullable Pledge pledge) {
        return new Conflict(
                id,
                conversation,
                state,
                severity,
                about,
                heat,
                madeAt,
                openedAt,
                cooling,
                pledge,
                closing,
                lookBack,
                erased);
    }

    private Conflict with(State to, @Nullable Instant opened, @Nullable Closing closing, @Nullable LookBack lookBack) {
        return new Conflict(
                id,
                conversation,
                to,
                severity,
                about,
                heat,
                madeAt,
                opened,
                cooling,
                pledge,
                closing,
                lookBack,
                erased);
    }

    private void in(State wanted) {
        if (state != wanted) {
            throw new CaseMoved(id);
        }
    }
}
