package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.community.RuleHit.State;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Moderates;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The brand's rules of moderation: who makes them, what they would find, and what becomes of what they propose. */
@Component
public class Guarding {

    /** A rule that is tried looks at so many of the latest utterances, from so far back. */
    private static final int TRIED_ON = 500;

    public static final int MOST_RULES = 100;

    private static final Duration TRIED_BACK = Duration.ofDays(180);
    private static final int EXAMPLES = 5;
    private static final int SHOWN = 50;

    private final Rules rules;
    private final RuleHits hits;
    private final Spotting spotting;
    private final Verdicts verdicts;
    private final Moderating moderating;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Guarding(
            Rules rules,
            RuleHits hits,
            Spotting spotting,
            Verdicts verdicts,
            Moderating moderating,
            Connecting connecting,
            Connectors connectors,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.hits = hits;
        this.spotting = spotting;
        this.verdicts = verdicts;
        this.moderating = moderating;
        this.connecting = connecting;
        this.connectors = connectors;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Rules, and what came of them lately.
     *
     * @param alone accounts on ground of our own, where rules act by themselves
     */
    public record Rulebook(
            List<Rule> rules,
            List<RuleHit> proposed,
            List<RuleHit> done,
            List<Account> accounts,
            List<Account> alone) {}

    /** What a rule would have found among {@code looked} utterances: how many, and some of them. */
    public record Tried(int looked, int found, List<String> examples) {}

    @Transactional(readOnly = true)
    public Rulebook book(Seat seat) {
        seat.needs(Right.MODERATE);
        var accounts = connecting.open();
        return new Rulebook(
                rules.watches().stream().map(Rules.Watch::rule).toList(),
                hits.proposed(SHOWN),
                hits.done(SHOWN),
                accounts,
                accounts.stream().filter(this::alone).toList());
    }

    private boolean alone(Account account) {
        return connectors
                .as(Moderates.class, account.network())
                .map(Moderates::ownGround)
                .orElse(false);
    }

    /** @return empty once it's made; else the field that is wrong, as of {@link Rule#wrong}, or {@code most} where there are 100 already */
    @Transactional
    public Optional<String> make(Seat seat, Rule rule) {
        seat.needs(Right.MANAGE);
        var wrong = rule.wrong().or(() -> unfit(rule));
        if (wrong.isEmpty()) {
            rules.add(rule, seat.member(), clock.instant());
            audit.note(seat, "community.rule.made", rule.name(), rule.what().name());
        }
        return wrong;
    }

    private Optional<String> unfit(Rule rule) {
        if (rule.account().filter(id -> connecting.get(id).isEmpty()).isPresent()) {
            return Optional.of("account");
        }
        return rules.watches().size() < MOST_RULES ? Optional.empty() : Optional.of("most");
    }

    @Transactional
    public void drop(Seat seat, long rule) {
        seat.needs(Right.MANAGE);
        rules.drop(rule, clock.instant()).ifPresent(name -> audit.note(seat, "community.rule.dropped", name, ""));
    }

    @Transactional(readOnly = true)
    public Tried trial(Seat seat, Rule rule) {
        seat.needs(Right.MANAGE);
        var looked = verdicts.lately(clock.instant().minus(TRIED_BACK), TRIED_ON);
        var found = spotting.found(rule, looked);
        return new Tried(
                looked.size(),
                found.size(),
                found.stream()
                        .limit(EXAMPLES)
                        .map(each -> each.subject().text())
                        .toList());
    }

    /**
     * Does what a rule proposed. Calls a network: never inside a transaction.
     *
     * @return the act that takes it back; empty where nobody can, or nothing waited for a decision any more
     */
    public Optional<Act> accept(Seat seat, long hit) throws ConnectorFailed {
        seat.needs(Right.MODERATE);
        var waiting = transaction.execute(status ->
                hits.get(hit).filter(each -> each.state() == State.PROPOSED).orElse(null));
        if (waiting == null) {
            return Optional.empty();
        }
        return moderating.moderate(seat, waiting.conversation(), waiting.comment(), waiting.act());
    }

    /** @return false where nothing waited for a decision any more */
    @Transactional
    public boolean decline(Seat seat, long hit) {
        seat.needs(Right.MODERATE);
        return hits.decided(hit, State.DECLINED, seat.member(), clock.instant());
    }
}
