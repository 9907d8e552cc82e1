package dev.parvi.community;

import dev.parvi.community.Rules.Candidate;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Moderates;
import dev.parvi.shared.CommentId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds what is said against the brand's rules, as soon as it's understood. On ground of our own what a rule finds is done right after,
 * elsewhere it's proposed.
 */
@Component
class Spotting {

    private final Rules rules;
    private final RuleHits hits;
    private final Connectors connectors;
    private final Changes changes;
    private final Clock clock;

    Spotting(Rules rules, RuleHits hits, Connectors connectors, Changes changes, Clock clock) {
        this.rules = rules;
        this.hits = hits;
        this.connectors = connectors;
        this.changes = changes;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CommentsUnderstood understood) {
        var watches = rules.watches();
        if (watches.isEmpty()) {
            return;
        }
        var ids = understood.comments().stream().map(CommentId::value).toList();
        var found = new ArrayList<Candidate>();
        for (var said : rules.candidates(ids)) {
            watches.stream()
                    .filter(each -> !said.subject().at().isBefore(each.from()))
                    .map(Rules.Watch::rule)
                    .filter(rule -> rule.finds(said.subject()))
                    .findFirst()
                    .filter(rule -> hit(rule, said))
                    .ifPresent(rule -> found.add(said));
        }
        changes.changed(found.stream().map(Candidate::conversation).distinct().toList());
    }

    private boolean hit(Rule rule, Candidate said) {
        var network = connectors.as(Moderates.class, said.network());
        return network.flatMap(each -> rule.what().act(each.acts(), Acts.fitting(said.standing(), false)))
                .filter(act -> hits.add(
                        rule.id(),
                        said.comment(),
                        said.conversation(),
                        act,
                        network.get().ownGround() ? RuleHit.State.DUE : RuleHit.State.PROPOSED,
                        clock.instant()))
                .isPresent();
    }

    /** Of these the ones that a rule would find, the latest first, whatever can be done about them. */
    List<Candidate> found(Rule rule, List<Long> comments) {
        return rules.candidates(comments).stream()
                .filter(said -> rule.finds(said.subject()))
                .toList();
    }
}
