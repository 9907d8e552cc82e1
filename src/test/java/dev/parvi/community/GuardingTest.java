package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.community.Talked.Word;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.platform.Tenant;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestTalks;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(Talked.class)
class GuardingTest extends TalkedTo {

    @Autowired
    Guarding guarding;

    @Autowired
    Enforcing enforcing;

    @Autowired
    Moderating moderating;

    @Autowired
    RuleHits hits;

    @Autowired
    Conversing conversing;

    @Autowired
    Talked talked;

    private TestTalks network;

    @BeforeEach
    void begin() {
        on(TestNetwork.KEYED);
    }

    /** Rules act by themselves on one of the test networks, and propose on the other. */
    private void on(String kind) {
        account = given.account(seat, kind);
        network = TestNetwork.of(account.place()).talks();
    }

    private static Rule words(String... words) {
        return new Rule(0, "Casino", Optional.empty(), List.of(words), 0, Optional.empty(), 0, Sight.OUT_OF_SIGHT);
    }

    private void make(Rule rule) {
        assertThat(Tenant.in(seat.brand(), () -> guarding.make(seat, rule))).isEmpty();
    }

    private Word says(String text) {
        return talked.says(seat, account, "Anna", "p1", null, text, clock.instant());
    }

    private void enforce() {
        Tenant.run(seat.brand(), enforcing::enforce);
    }

    private Guarding.Rulebook book() {
        return Tenant.in(seat.brand(), () -> guarding.book(seat));
    }

    private String standing(Word word) {
        return (String) told.value("select standing from comment where id = " + word.comment());
    }

    private Dialogue.Line line(Word word) {
        return Tenant.in(
                        seat.brand(),
                        () -> conversing.open(seat, word.conversation(), Optional.of(word.comment()), Optional.empty()))
                .lines()
                .stream()
                .filter(each -> each.said() != null && each.said().id().equals(word.comment()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void on_ground_of_our_own_what_a_rule_finds_goes_out_of_sight_and_is_on_record_as_the_rules() {
        make(words("casino*"));
        var bad = says("The best casinos in town");
        var good = says("The best buns in town");
        enforce();
        assertThat(standing(bad)).isEqualTo("HIDDEN");
        assertThat(standing(good)).isEqualTo("SHOWN");
        assertThat(network.calls()).containsExactly("HIDE " + bad.heard().id());
        assertThat(line(bad).moderated().rule()).isEqualTo("Casino");
        assertThat(book().done())
                .singleElement()
                .satisfies(hit -> assertThat(hit.back()).isEqualTo(Act.UNHIDE));
    }

    @Test
    void what_somebody_took_back_is_not_done_again() throws ConnectorFailed {
        make(words("casino"));
        var word = says("Come to the casino");
        enforce();
        moderated(word, Act.UNHIDE);
        talked.hears(
                seat,
                account,
                TestTalks.changed(word.heard(), "Come to the casino today", Heard.Standing.SHOWN, clock.instant()));
        enforce();
        assertThat(standing(word)).isEqualTo("SHOWN");
        assertThat(book().done())
                .singleElement()
                .satisfies(hit -> assertThat(hit.back()).isNull());
    }

    private void moderated(Word word, Act act) {
        Tenant.run(seat.brand(), () -> {
            try {
                moderating.moderate(seat, word.conversation(), word.comment(), act);
            } catch (ConnectorFailed e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void elsewhere_it_is_proposed_and_done_when_a_person_says_so() throws ConnectorFailed {
        on(TestNetwork.KEY);
        make(words("casino"));
        var word = says("Come to the casino");
        enforce();
        assertThat(network.calls()).isEmpty();
        var hit = line(word).proposed();
        assertThat(hit.act()).isEqualTo(Act.HIDE);
        assertThat(accepted(hit.id())).contains(Act.UNHIDE);
        assertThat(standing(word)).isEqualTo("HIDDEN");
        assertThat(line(word).proposed()).isNull();
        assertThat(accepted(hit.id())).isEmpty();
    }

    private Optional<Act> accepted(long hit) throws ConnectorFailed {
        return Tenant.in(seat.brand(), () -> {
            try {
                return guarding.accept(seat, hit);
            } catch (ConnectorFailed e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void what_a_person_does_themselves_decides_what_was_proposed() {
        on(TestNetwork.KEY);
        make(words("casino"));
        moderated(says("Come to the casino"), Act.HIDE);
        moderated(says("Another casino"), Act.SPAM);
        assertThat(book().proposed()).isEmpty();
        assertThat(told.rows("select state from rule_hit order by id"))
                .extracting(row -> row.get("state"))
                .containsExactly("DONE", "DECLINED");
    }

    @Test
    void who_blocks_the_speaker_has_said_nothing_about_what_is_proposed() {
        on(TestNetwork.KEY);
        make(words("casino"));
        moderated(says("Come to the casino"), Act.BLOCK);
        assertThat(book().proposed()).hasSize(1);
    }

    @Test
    void what_a_person_decides_while_a_network_is_away_is_not_done_over_their_heads() {
        make(words("casino"));
        var word = says("Come to the casino");
        network.fails("timeout", false);
        enforce();
        moderated(word, Act.HOLD);
        moderated(word, Act.APPROVE);
        clock.pass(Enforcing.AGAIN);
        enforce();
        assertThat(standing(word)).isEqualTo("SHOWN");
        assertThat(network.calls()).noneMatch(call -> call.startsWith("HIDE"));
    }

    @Test
    void what_two_nodes_did_is_on_record_once() {
        make(words("casino"));
        says("Come to the casino");
        var hit = told.in(() -> hits.take(clock.instant(), clock.instant().plus(Enforcing.LEASE), 1))
                .getFirst();
        Tenant.run(seat.brand(), () -> byRule(hit));
        Tenant.run(seat.brand(), () -> byRule(hit));
        assertThat(told.rows("select 1 from moderation")).hasSize(1);
    }

    private void byRule(RuleHit hit) {
        try {
            moderating.byRule(seat.brand(), hit);
        } catch (ConnectorFailed e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void no_call_begins_after_its_lease_and_the_rest_is_done_by_whoever_comes_next() {
        make(words("casino"));
        says("Come to the casino");
        says("Another casino");
        network.takes(() -> clock.pass(Enforcing.LEASE));
        enforce();
        assertThat(network.calls()).hasSize(1);
        enforce();
        assertThat(network.calls()).hasSize(2);
    }

    @Test
    void what_breaks_on_one_keeps_no_other_waiting_and_is_left_to_a_person_at_last() {
        make(words("casino"));
        var bad = says("Come to the casino");
        var good = says("Another casino");
        for (var n = 0; n < Enforcing.TRIES; n++, clock.pass(Enforcing.AGAIN)) {
            network.breaks();
            enforce();
        }
        assertThat(standing(good)).isEqualTo("HIDDEN");
        assertThat(line(bad).proposed().fault()).isEqualTo("broken");
    }

    @Test
    void a_proposal_that_is_declined_is_gone_and_nothing_was_done() {
        on(TestNetwork.KEY);
        make(words("casino"));
        var word = says("Come to the casino");
        Tenant.run(
                seat.brand(),
                () -> guarding.decline(seat, book().proposed().getFirst().id()));
        assertThat(book().proposed()).isEmpty();
        assertThat(standing(word)).isEqualTo("SHOWN");
        assertThat(network.calls()).isEmpty();
    }

    @Test
    void a_network_that_is_away_is_tried_again_and_at_last_left_to_a_person() {
        make(words("casino"));
        var word = says("Come to the casino");
        network.fails("timeout", false);
        enforce();
        assertThat(standing(word)).isEqualTo("SHOWN");
        enforce();
        assertThat(network.calls()).as("not before its time").isEmpty();
        clock.pass(Enforcing.AGAIN);
        enforce();
        assertThat(standing(word)).isEqualTo("HIDDEN");
        var other = says("Another casino");
        for (var n = 0; n < Enforcing.TRIES; n++, clock.pass(Enforcing.AGAIN)) {
            network.fails("timeout", false);
            enforce();
        }
        assertThat(line(other).proposed().fault()).isEqualTo("timeout");
    }

    @Test
    void what_the_network_refuses_is_left_to_a_person_at_once() {
        make(words("casino"));
        var word = says("Come to the casino");
        network.fails("some-rule", false);
        enforce();
        assertThat(line(word).proposed().fault()).isEqualTo("some-rule");
    }

    @Test
    void who_dies_while_doing_it_is_followed_by_another() {
        make(words("casino"));
        var word = says("Come to the casino");
        told.update("update rule_hit set next_at = '" + clock.instant().plus(Enforcing.LEASE) + "', tries = 1");
        enforce();
        assertThat(standing(word)).isEqualTo("SHOWN");
        clock.pass(Enforcing.LEASE);
        enforce();
        assertThat(standing(word)).isEqualTo("HIDDEN");
    }

    @Test
    void the_age_of_an_account_is_told_by_the_network_or_counted_from_when_it_was_first_heard() {
        says("My first word");
        clock.pass(Duration.ofDays(10));
        make(new Rule(0, "New", Optional.empty(), List.of(), 0, Optional.empty(), 7, Sight.OUT_OF_SIGHT));
        says("I am known by now");
        var old = aged("Bert", clock.instant().minus(Duration.ofDays(400)));
        var young = aged("Carl", clock.instant().minus(Duration.ofDays(2)));
        var stranger = talked.says(seat, account, "Dora", "p1", null, "Hello", clock.instant());
        enforce();
        assertThat(standing(old)).isEqualTo("SHOWN");
        assertThat(network.calls())
                .containsExactlyInAnyOrder(
                        "HIDE " + young.heard().id(), "HIDE " + stranger.heard().id());
    }

    private Word aged(String who, Instant since) {
        var said = TestTalks.of("aged-" + who, Heard.Kind.COMMENT, "p1", null, who, "Hello", clock.instant());
        return talked.hears(
                seat,
                account,
                new Heard(
                        said.id(),
                        said.kind(),
                        said.root(),
                        said.parent(),
                        said.speaker(),
                        said.text(),
                        said.stars(),
                        said.at(),
                        said.editedAt(),
                        said.standing(),
                        said.address(),
                        said.languages(),
                        Map.of(Heard.SINCE, since.toString())));
    }

    @Test
    void what_was_said_before_the_rule_our_own_words_and_a_dropped_rule_are_left_alone() {
        talked.says(seat, account, "Anna", "p1", null, "Casino", clock.instant().minus(Duration.ofMinutes(1)));
        make(words("casino"));
        talked.says(seat, account, "us", "p1", null, "No casino here", clock.instant());
        enforce();
        Tenant.run(
                seat.brand(),
                () -> guarding.drop(seat, book().rules().getFirst().id()));
        says("Casino");
        enforce();
        assertThat(network.calls()).isEmpty();
        assertThat(book().rules()).isEmpty();
    }

    @Test
    void only_managers_make_rules_and_only_moderators_decide() {
        var moderator = given.colleague(seat, Role.MODERATOR);
        var author = given.colleague(seat, Role.AUTHOR);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> guarding.make(moderator, words("casino"))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.run(seat.brand(), () -> guarding.decline(author, 1)))
                .isInstanceOf(NotAllowed.class);
    }
}
