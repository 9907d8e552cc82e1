package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.community.Talked.Word;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.platform.Tenant;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestTalks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A brand with rules of moderation, and what is said to it. */
@Import(Talked.class)
abstract class Ruled extends TalkedTo {

    @Autowired
    Guarding guarding;

    @Autowired
    Enforcing enforcing;

    @Autowired
    Moderating moderating;

    @Autowired
    Conversing conversing;

    @Autowired
    Talked talked;

    TestTalks network;

    @BeforeEach
    void begin() {
        on(TestNetwork.KEYED);
    }

    /** Rules act by themselves on one of the test networks, and propose on the other. */
    void on(String kind) {
        account = given.account(seat, kind);
        network = TestNetwork.of(account.place()).talks();
    }

    static Rule words(String... words) {
        return new Rule(0, "Casino", Optional.empty(), List.of(words), 0, Optional.empty(), 0, Sight.OUT_OF_SIGHT);
    }

    void make(Rule rule) {
        assertThat(Tenant.in(seat.brand(), () -> guarding.make(seat, rule))).isEmpty();
    }

    Word says(String text) {
        return talked.says(seat, account, "Anna", "p1", null, text, clock.instant());
    }

    void enforce() {
        Tenant.run(seat.brand(), enforcing::enforce);
    }

    Guarding.Rulebook book() {
        return Tenant.in(seat.brand(), () -> guarding.book(seat));
    }

    String standing(Word word) {
        return (String) told.value("select standing from comment where id = " + word.comment());
    }

    Dialogue.Line line(Word word) {
        return Tenant.in(
                        seat.brand(),
                        () -> conversing.open(seat, word.conversation(), Optional.of(word.comment()), Optional.empty()))
                .lines()
                .stream()
                .filter(each -> each.said() != null && each.said().id().equals(word.comment()))
                .findFirst()
                .orElseThrow();
    }

    void moderated(Word word, Act act) {
        Tenant.run(seat.brand(), () -> {
            try {
                moderating.moderate(seat, word.conversation(), word.comment(), act);
            } catch (ConnectorFailed e) {
                throw new AssertionError(e);
            }
        });
    }
}
