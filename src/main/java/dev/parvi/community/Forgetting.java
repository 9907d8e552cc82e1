package dev.parvi.community;

import dev.parvi.community.Conversations.Wanted;
import dev.parvi.publishing.HandingIn;
import dev.parvi.publishing.Recalling;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Audit;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out all that is kept of a person, or erases it, when they ask for it. */
@Component
public class Forgetting {

    private final Dossiers dossiers;
    private final Traces traces;
    private final AnsweredQuestions questions;
    private final Recalling recalling;
    private final HandingIn handingIn;
    private final HandingOff handingOff;
    private final Conversations conversations;
    private final Summaries summaries;
    private final Changes changes;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Forgetting(
            Dossiers dossiers,
            Traces traces,
            AnsweredQuestions questions,
            Recalling recalling,
            HandingIn handingIn,
            HandingOff handingOff,
            Conversations conversations,
            Summaries summaries,
            Changes changes,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.traces = traces;
        this.questions = questions;
        this.recalling = recalling;
        this.handingIn = handingIn;
        this.handingOff = handingOff;
        this.conversations = conversations;
        this.summaries = summaries;
        this.changes = changes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A JSON document of the person this profile belongs to, all networks together: what they said, what we said to them, and what
     * members noted.
     *
     * @throws NoSuchPerson where there is nobody of that number
     */
    @Transactional
    public String export(Seat seat, long profile) {
        seat.needs(Right.MANAGE);
        var profiles = profiles(profile);
        audit.note(seat, "community.person.exported", Long.toString(profile), "");
        return dossiers.export(profiles, traces.export(profiles));
    }

    /**
     * There is no way back. What others said about them on the network, and the places of what they said, stay; so does that we
     * answered, though not what.
     *
     * @throws NoSuchPerson where there is nobody of that number
     */
    @Transactional
    public void erase(Seat seat, long profile) {
        seat.needs(Right.MANAGE);
        var profiles = profiles(profile);
        forgetOurs(profiles);
        var touched = dossiers.erase(profiles, clock.instant());
        conversations.rollUp(
                touched.stream().map(id -> new Wanted(id, 0, false)).toList());
        conversations.rank(touched, Promises.USUAL_MINUTES, clock.instant());
        summaries.drop(touched);
        audit.note(seat, "community.person.erased", Long.toString(profile), "");
        events.publishEvent(new PersonErased(seat.brand(), profiles));
        changes.changed(touched.stream().map(ConversationId::new).toList());
    }

    /** What was under way when somebody was erased is forgotten when it's over. In the brand whose scope it is. */
    @Transactional
    public void finish() {
        recalling.forgetWhatIsOver();
    }

    private void forgetOurs(List<Long> profiles) {
        var names = traces.names(profiles);
        traces.talks(profiles)
                .forEach(talk -> handingOff.forget(
                        new HandOff.Subject(HandingOver.KIND, talk.conversation()), names, talk.alone()));
        audit.forget("community.", names);
        var answers = traces.deliveries(profiles);
        recalling.forget(answers);
        traces.erase(profiles, handingIn.standing(answers).keySet(), clock.instant());
        questions.forget(profiles);
    }

    private List<Long> profiles(long profile) {
        var profiles = dossiers.profiles(profile);
        if (profiles.isEmpty()) {
            throw new NoSuchPerson(profile);
        }
        return profiles;
    }
}
