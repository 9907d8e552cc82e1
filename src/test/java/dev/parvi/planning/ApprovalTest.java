package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@RecordApplicationEvents
class ApprovalTest {

    @Autowired
    Approval approval;

    @Autowired
    Composing composing;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Given given;

    @Autowired
    ApplicationEvents events;

    Seat seat;
    Seat author;
    Seat approver;
    AccountId account;
    PostId post;

    @BeforeEach
    void make(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        seat = given.brand();
        author = given.colleague(seat, Role.AUTHOR);
        approver = given.colleague(seat, Role.APPROVER);
        account = given.account(seat).id();
        new GivenPosts(jdbc, transaction).run(seat, "update brand set approval = true");
        post = Tenant.in(seat.brand(), () -> composing.start(author, draft("Fresh beans")));
    }

    @Test
    void nothing_is_planned_before_somebody_said_yes() {
        assertThatThrownBy(this::plan).isInstanceOf(CannotPlan.class);
        ask();
        assertThatThrownBy(this::plan).isInstanceOf(CannotPlan.class);
        answer(true);
        plan();
        assertThat(stored().state()).isEqualTo(PostState.PLANNED);
    }

    @Test
    void changes_are_asked_for_with_a_note_and_the_author_asks_again() {
        ask();
        assertThat(Tenant.in(seat.brand(), () -> approval.answer(approver, post, 1, false, "Name the farm")))
                .isTrue();
        assertThat(stored().state()).isEqualTo(PostState.CHANGES);
        assertThat(story().getFirst().note()).isEqualTo("Name the farm");
        ask();
        assertThat(stored().state()).isEqualTo(PostState.ASKED);
    }

    @Test
    void an_edit_after_the_yes_asks_again() {
        ask();
        answer(true);
        save("Other beans");
        assertThat(stored().state()).isEqualTo(PostState.ASKED);
        assertThat(story())
                .extracting(ApprovalStep::kind)
                .containsExactly(ApprovalStep.Kind.REOPENED, ApprovalStep.Kind.APPROVED, ApprovalStep.Kind.ASKED);
    }

    @Test
    void an_edit_of_what_is_planned_takes_it_off_the_calendar() {
        ask();
        answer(true);
        plan();
        save("Other beans");
        assertThat(stored().state()).isEqualTo(PostState.ASKED);
        assertThat(events.stream(VersionWithdrawn.class)).hasSize(1);
    }

    @Test
    void what_nobody_will_see_asks_nobody_again() {
        ask();
        answer(true);
        var pillar = draft("Fresh beans").with(1, "");
        Tenant.in(
                seat.brand(),
                () -> composing.save(
                        author,
                        post,
                        new Draft(pillar.words(), "", List.of(), "en", null, List.of(), pillar.versions(), 1, "")));
        assertThat(stored().state()).isEqualTo(PostState.APPROVED);
    }

    @Test
    void what_was_changed_after_it_was_read_is_not_answered() {
        ask();
        save("Other beans");
        assertThat(Tenant.in(seat.brand(), () -> approval.answer(approver, post, 1, true, "")))
                .isFalse();
        assertThat(stored().state()).isEqualTo(PostState.ASKED);
    }

    @Test
    void an_author_does_not_approve_and_an_approver_does_not_write() {
        ask();
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> approval.answer(author, post, 1, true, "")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> {
                    approval.ask(approver, post, "");
                    return true;
                }))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_brand_that_wants_no_approval_lets_drafts_go() {
        var other = given.brand();
        var draft = Tenant.in(other.brand(), () -> composing.start(other));
        assertThat(Tenant.<Boolean, RuntimeException>in(
                        other.brand(),
                        () -> approval.allows(composing.get(draft).post())))
                .isTrue();
        assertThat(Tenant.<Boolean, RuntimeException>in(seat.brand(), () -> approval.allows(stored())))
                .isFalse();
    }

    private void ask() {
        Tenant.run(seat.brand(), () -> approval.ask(author, post, ""));
    }

    private void answer(boolean yes) {
        Tenant.in(seat.brand(), () -> approval.answer(approver, post, stored().revision(), yes, ""));
    }

    private void plan() {
        Tenant.in(seat.brand(), () -> scheduling.now(author, post));
    }

    private void save(String text) {
        Tenant.in(seat.brand(), () -> composing.save(author, post, draft(text).with(stored().revision(), "")));
    }

    private Draft draft(String text) {
        return Draft.of(text, List.of(account));
    }

    private Post stored() {
        return Tenant.in(seat.brand(), () -> composing.get(post)).post();
    }

    private List<ApprovalStep> story() {
        return Tenant.in(seat.brand(), () -> approval.story(post));
    }
}
