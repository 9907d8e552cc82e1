package dev.parvi.community;

import dev.parvi.community.Conversations.Wanted;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out all that is kept of a person, or erases it, when they ask for it. */
@Component
public class Forgetting {

    private final Dossiers dossiers;
    private final Conversations conversations;
    private final Summaries summaries;
    private final Changes changes;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Forgetting(
            Dossiers dossiers,
            Conversations conversations,
            Summaries summaries,
            Changes changes,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.conversations = conversations;
        this.summaries = summaries;
        this.changes = changes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A JSON document of the person this profile belongs to, all networks together. */
    @Transactional
    public String export(Seat seat, long profile) {
        seat.needs(Right.MANAGE);
        audit.note(seat, "community.person.exported", Long.toString(profile), "");
        return dossiers.export(dossiers.profiles(profile));
    }

    /** There is no way back. What was said about them by others, and the places of what they said, stay. */
    @Transactional
    public void erase(Seat seat, long profile) {
        seat.needs(Right.MANAGE);
        var profiles = dossiers.profiles(profile);
        var touched = dossiers.erase(profiles, clock.instant());
        conversations.rollUp(
                touched.stream().map(id -> new Wanted(id, 0, false)).toList());
        conversations.rank(touched, Promises.USUAL_MINUTES, clock.instant());
        summaries.drop(touched);
        audit.note(seat, "community.person.erased", Long.toString(profile), "");
        events.publishEvent(new PersonErased(seat.brand(), profiles));
        changes.changed(touched.stream().map(ConversationId::new).toList());
    }

    /** A member says that these two are the same person. */
    @Transactional
    public void join(Seat seat, long one, long other) {
        seat.needs(Right.MODERATE);
        dossiers.join(one, other, clock.instant());
        audit.note(seat, "community.person.joined", one + ", " + other, "");
    }

    /** A member says that this profile is somebody else's after all. */
    @Transactional
    public void part(Seat seat, long profile) {
        seat.needs(Right.MODERATE);
        dossiers.part(profile);
        audit.note(seat, "community.person.parted", Long.toString(profile), "");
    }
}
