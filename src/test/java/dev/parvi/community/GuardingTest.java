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
import org.junit.jupiter.api.Test;

class GuardingTest extends Ruled {

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
