package dev.parvi.community;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes out of cases what members wrote about somebody who is forgotten: it may name them. That there was a case stays. */
@Component
class ConflictForgetting {

    private final Conflicts conflicts;
    private final ConflictPeople people;
    private final ConflictFacts facts;
    private final Clock clock;

    ConflictForgetting(Conflicts conflicts, ConflictPeople people, ConflictFacts facts, Clock clock) {
        this.conflicts = conflicts;
        this.people = people;
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PersonErased erased) {
        var cases = conflicts.forget(erased.profiles(), clock.instant());
        facts.forget(cases, erased.profiles());
        people.forget(erased.profiles());
    }
}
