package dev.parvi.community;

import dev.parvi.community.Conflict.Outcome;
import dev.parvi.community.Conflict.Severity;
import dev.parvi.community.Conflict.State;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes conflicts up and brings them to an end. Each method throws {@link CaseMoved} where the case stands otherwise by now. */
@Component
public class Reconciling {

    /** The most characters of what a case is about, of a promise, and of the words to an outcome. */
    public static final int LONGEST = 2_000;

    private final Conflicts conflicts;
    private final ConflictPeople people;
    private final Frictions frictions;
    private final Conversations conversations;
    private final Listings listings;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    Reconciling(
            Conflicts conflicts,
            ConflictPeople people,
            Frictions frictions,
            Conversations conversations,
            Listings listings,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.conflicts = conflicts;
        this.people = people;
        this.frictions = frictions;
        this.conversations = conversations;
        this.listings = listings;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a conversation a case by hand; one that is proposed there is taken up. Answers its number.
     *
     * @throws NoSuchConversation where there is none
     */
    @Transactional
    public long open(Seat seat, ConversationId conversation) {
        seat.needs(Right.MODERATE);
        if (listings.get(conversation).isEmpty()) {
            throw new NoSuchConversation("conversation " + conversation);
        }
        var known = conflicts.live(conversation);
        if (known.isPresent()) {
            if (known.get().state() == State.PROPOSED) {
                accept(seat, known.get().id());
            }
            return known.get().id();
        }
        var lines = frictions.of(conversation);
        var severity = Friction.of(lines).map(Heat::severity).orElse(Severity.MILD);
        var id = conflicts
                .add(conversation, State.OPEN, severity, null, clock.instant())
                .orElseThrow(() -> new CaseMoved(0));
        people.put(id, heated(lines));
        audit.note(seat, "community.conflict.opened", Long.toString(id), severity.name());
        marked(conversation, true);
        return id;
    }

    /** Where nobody has said anything heated, everybody who spoke is in it. */
    private static List<Long> heated(List<Friction.Line> lines) {
        var heated = Friction.heated(lines);
        return lines.stream()
                .filter(each -> !each.us())
                .map(Friction.Line::comment)
                .filter(each -> heated.isEmpty() || heated.containsKey(each))
                .toList();
    }

    /** Takes up what was proposed. */
    @Transactional
    public ConversationId accept(Seat seat, long id) {
        seat.needs(Right.MODERATE);
        var conflict = held(id).accepted(clock.instant());
        conflicts.put(conflict);
        audit.note(
                seat,
                "community.conflict.accepted",
                Long.toString(id),
                conflict.severity().name());
        changes.changed(List.of(conflict.conversation()));
        return conflict.conversation();
    }

    /** Says that it's no conflict. */
    @Transactional
    public ConversationId decline(Seat seat, long id) {
        seat.needs(Right.MODERATE);
        var conflict = held(id).declined(clock.instant(), seat.member());
        conflicts.put(conflict);
        audit.note(seat, "community.conflict.declined", Long.toString(id), "");
        marked(conflict.conversation(), false);
        return conflict.conversation();
    }

    /**
     * Ends it. After a week the desk looks whether the people came back.
     *
     * @param words what was done, and what is to be learned of it
     * @return false where the words are missing or too long
     */
    @Transactional
    public boolean settle(Seat seat, long id, Outcome outcome, String words) {
        seat.needs(Right.MODERATE);
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return false;
        }
        var conflict = held(id).settled(outcome, Clean.text(said, LONGEST), clock.instant(), seat.member());
        conflicts.put(conflict);
        audit.note(seat, "community.conflict.settled", Long.toString(id), outcome.name());
        marked(conflict.conversation(), false);
        return true;
    }

    /** It wasn't over. */
    @Transactional
    public void reopen(Seat seat, long id) {
        seat.needs(Right.MODERATE);
        var closed = held(id);
        if (conflicts.live(closed.conversation()).isPresent()) {
            throw new CaseMoved(id);
        }
        conflicts.put(closed.reopened(clock.instant()));
        audit.note(seat, "community.conflict.reopened", Long.toString(id), "");
        marked(closed.conversation(), true);
    }

    /** Somebody has read what the look back found. */
    @Transactional
    public void seen(Seat seat, long id) {
        seat.needs(Right.MODERATE);
        conflicts.put(held(id).seen(clock.instant()));
    }

    private Conflict held(long id) {
        return conflicts.held(id).orElseThrow(() -> new NoSuchConversation("case " + id));
    }

    private void marked(ConversationId conversation, boolean conflict) {
        conversations.conflict(conversation, conflict, clock.instant());
        changes.changed(List.of(conversation));
    }
}
