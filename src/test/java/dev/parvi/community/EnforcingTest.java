package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.platform.Tenant;
import dev.parvi.support.TestTalks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EnforcingTest extends Ruled {

    @Autowired
    RuleHits hits;

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
}
