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
class ComposingTest {

    @Autowired
    Composing composing;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Given given;

    @Autowired
    ApplicationEvents events;

    GivenPosts posts;
    Seat seat;
    AccountId account;
    PostId post;

    @BeforeEach
    void make(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        posts = new GivenPosts(jdbc, transaction);
        seat = given.brand();
        account = given.account(seat).id();
        post = Tenant.in(seat.brand(), () -> composing.start(seat));
    }

    @Test
    void what_is_saved_is_at_once_what_each_account_will_be_sent() {
        save(draft("Fresh beans"));
        assertThat(stored().on(account).orElseThrow().content().parts())
                .extracting(part -> part.text())
                .containsExactly("Fresh beans");
    }

    @Test
    void all_that_was_typed_is_there_again() {
        var words = new Wording(
                "Title",
                "One\ntwo",
                List.of("Part 2"),
                List.of("First!"),
                "no address yet",
                "In short",
                "News, Coffee");
        var own = new Draft.Own(account, words.with(List.of(), List.of("Own")), null);
        var draft = new Draft(words, "quote", List.of("coffee"), "fi", null, List.of(), List.of(own), 0, "w");
        save(draft);
        assertThat(stored().draft().says(draft)).isTrue();
    }

    @Test
    void an_account_may_say_it_in_its_own_words() {
        var own = new Draft.Own(account, Wording.of("Shorter"), null);
        save(new Draft(Wording.of("Long"), "", List.of(), "", null, List.of(), List.of(own), 0, ""));
        assertThat(stored().on(account)
                        .orElseThrow()
                        .content()
                        .parts()
                        .getFirst()
                        .text())
                .isEqualTo("Shorter");
    }

    @Test
    void an_account_that_is_no_longer_chosen_is_taken_off() {
        save(draft("Fresh beans"));
        save(Draft.of("Fresh beans", List.of()).with(1, ""));
        assertThat(stored().versions()).isEmpty();
    }

    @Test
    void a_new_post_goes_to_the_only_account_and_speaks_the_brands_language() {
        var one = Tenant.in(seat.brand(), () -> composing.get(composing.begin(seat)));
        assertThat(one.versions()).extracting(Version::account).containsExactly(account);
        assertThat(one.post().language()).isEqualTo("fi");
        given.account(seat);
        var two = Tenant.in(seat.brand(), () -> composing.get(composing.begin(seat)));
        assertThat(two.versions()).isEmpty();
    }

    @Test
    void a_save_that_changes_nothing_is_no_save() {
        save(draft("Fresh beans"));
        assertThat(save(draft("Fresh beans"))).isEqualTo(new Saved.Kept(1));
    }

    @Test
    void a_second_window_is_told_and_overwrites_nothing() {
        save(draft("From the first window").with(0, "first"));
        var second = save(draft("From the second").with(0, "second"));
        assertThat(second).isInstanceOfSatisfying(Saved.Conflict.class, conflict -> {
            assertThat(conflict.theirs().words().text()).isEqualTo("From the first window");
            assertThat(conflict.who()).isEqualTo("Maija");
        });
        assertThat(stored().post().words().text()).isEqualTo("From the first window");
    }

    @Test
    void a_window_whose_answer_was_lost_does_not_conflict_with_itself() {
        save(draft("Fresh").with(0, "first"));
        assertThat(save(draft("Fresh beans").with(0, "first"))).isEqualTo(new Saved.Kept(2));
    }

    @Test
    void the_calendar_hears_of_a_change_to_a_planned_version() {
        save(draft("Fresh beans"));
        plan();
        save(draft("Fresh beans, today").with(1, ""));
        assertThat(events.stream(VersionScheduled.class)).hasSize(2);
    }

    @Test
    void a_planned_version_stays_though_its_account_was_not_named() {
        save(draft("Fresh beans"));
        plan();
        save(Draft.of("Fresh beans", List.of()).with(1, ""));
        assertThat(stored().versions()).hasSize(1);
    }

    @Test
    void what_was_claimed_stays_as_it_is() {
        save(draft("Fresh beans"));
        posts.seal(seat, stored().versions().getFirst().id());
        assertThatThrownBy(() -> save(draft("Other beans").with(1, ""))).isInstanceOf(AlreadyUnderWay.class);
        assertThat(stored().post().words().text()).isEqualTo("Fresh beans");
    }

    @Test
    void beside_what_was_claimed_another_account_may_still_say_other_things() {
        var other = given.account(seat).id();
        save(Draft.of("Fresh beans", List.of(account, other)));
        posts.seal(seat, stored().on(account).orElseThrow().id());
        var own = new Draft.Own(other, Wording.of("Other beans"), null);
        save(new Draft(
                Wording.of("Fresh beans"),
                "",
                List.of(),
                "",
                null,
                List.of(),
                List.of(Draft.Own.same(account), own),
                1,
                ""));
        assertThat(stored().on(other).orElseThrow().content().parts().getFirst().text())
                .isEqualTo("Other beans");
    }

    @Test
    void who_may_not_write_does_not_save() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> composing.save(analyst, post, draft("x"))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> composing.start(analyst)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_account_of_another_brand_is_not_taken() {
        var foreign = given.account(given.brand()).id();
        save(Draft.of("Fresh beans", List.of(foreign)));
        assertThat(stored().versions()).isEmpty();
    }

    @Test
    void a_post_of_another_brand_is_not_there() {
        var other = given.brand();
        assertThatThrownBy(() -> Tenant.in(other.brand(), () -> composing.get(post)))
                .isInstanceOf(NoSuchPost.class);
    }

    private Draft draft(String text) {
        return Draft.of(text, List.of(account));
    }

    private Saved save(Draft draft) {
        return Tenant.in(seat.brand(), () -> composing.save(seat, post, draft));
    }

    private void plan() {
        Tenant.in(seat.brand(), () -> scheduling.now(seat, post));
    }

    private Composed stored() {
        return Tenant.in(seat.brand(), () -> composing.get(post));
    }
}
