package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.account.Account;
import dev.parvi.connector.Fault;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPlace;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
@RecordApplicationEvents
@Import({Planned.class, Handed.class})
class HandingInTest {

    private static final Fault FAULT = new Fault("test", "said the network");

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Handed handed;

    @Autowired
    HandingIn handingIn;

    @Autowired
    Planned planned;

    @Autowired
    Steering steering;

    @Autowired
    Watching watching;

    @Autowired
    Storytelling storytelling;

    @Autowired
    ApplicationEvents events;

    @Autowired
    MockMvc mvc;

    Seat seat;
    Account account;
    TestPlace place;

    @BeforeEach
    void a_brand_with_an_account() {
        seat = given.brand();
        account = given.account(seat);
        place = TestNetwork.of(account.place());
    }

    @Test
    void an_answer_goes_out_once_below_what_it_answers_and_others_are_told() {
        var answer = handIn("Kiitos!");
        planned.turn();
        planned.turn();
        assertThat(place.published()).singleElement().satisfies(parcel -> {
            assertThat(parcel.message().text()).isEqualTo("Kiitos!");
            assertThat(parcel.answered()).isEqualTo(Handed.SAID);
            assertThat(parcel.before()).isEmpty();
        });
        assertThat(handed.state(seat, answer)).isEqualTo(DeliveryState.PUBLISHED);
        assertThat(told(AnswerPublished.class, AnswerPublished::brand))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.delivery()).isEqualTo(answer);
                    assertThat(said.sent()).isEqualTo(sent(answer));
                });
        assertThat(told(PostsPublished.class, PostsPublished::brand)).isEmpty();
    }

    @Test
    void an_answer_lost_on_the_way_back_is_read_back_and_never_sent_again() {
        place.takesAndIsCut();
        var answer = handIn("taken");
        planned.turn();
        clock.pass(Duration.ofMinutes(1));
        planned.turn();
        assertThat(place.calls()).hasSize(1);
        assertThat(place.texts()).containsExactly("taken");
        assertThat(handed.state(seat, answer)).isEqualTo(DeliveryState.PUBLISHED);
    }

    @Test
    void a_refused_answer_stops_is_told_of_and_may_be_changed() {
        place.answers(new PublishOutcome.Rejected(FAULT));
        var answer = handIn("refused");
        planned.turn();
        assertThat(handed.state(seat, answer)).isEqualTo(DeliveryState.FAILED);
        assertThat(told(DeliveryStopped.class, DeliveryStopped::brand))
                .extracting(DeliveryStopped::delivery)
                .contains(answer);
        assertThat(Tenant.in(seat.brand(), watching::attention))
                .extracting(Delivery::id)
                .contains(answer);
        handed.edit(seat, answer, "mended", clock.instant());
        planned.turn();
        assertThat(place.texts()).containsExactly("mended");
    }

    @Test
    void what_waits_for_its_next_try_is_not_changed_any_more() {
        place.answers(new PublishOutcome.Unknown(FAULT));
        var answer = handIn("doubtful");
        planned.turn();
        assertThat(handed.state(seat, answer)).isEqualTo(DeliveryState.DUE);
        assertThatThrownBy(() -> handed.edit(seat, answer, "other", clock.instant()))
                .isInstanceOfSatisfying(
                        AnswerUnderWay.class,
                        refused -> assertThat(refused.state()).isEqualTo(DeliveryState.DUE));
        assertThatThrownBy(() -> handed.withdraw(seat, answer)).isInstanceOf(AnswerUnderWay.class);
    }

    @Test
    void an_answer_later_than_the_brands_limit_waits_for_a_moderator() {
        var answer = handIn("late");
        clock.pass(Duration.ofMinutes(31));
        planned.turn();
        assertThat(handed.state(seat, answer)).isEqualTo(DeliveryState.LATE);
        var moderator = given.colleague(seat, Role.MODERATOR);
        assertThat(planned.in(seat, () -> steering.tryAgain(moderator, answer))).isTrue();
        planned.turn();
        assertThat(place.texts()).containsExactly("late");
    }

    @Test
    void answers_and_posts_of_an_account_share_its_rate_limit() {
        place.answers(new PublishOutcome.RetryAfter(FAULT, Duration.ofMinutes(2)));
        handIn("limited");
        planned.turn();
        planned.plan(seat, account, clock.instant(), "a post");
        planned.turn();
        assertThat(place.texts()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        planned.turn();
        assertThat(place.texts()).containsExactlyInAnyOrder("limited", "a post");
    }

    @Test
    void an_answer_posted_by_hand_is_told_of_too() {
        place.answers(new PublishOutcome.Rejected(FAULT));
        var answer = handIn("by hand");
        planned.turn();
        var there = URI.create("https://x.example/1");
        assertThat(planned.in(seat, () -> steering.recordPublished(seat, answer, there)))
                .isTrue();
        assertThat(told(AnswerPublished.class, AnswerPublished::brand))
                .extracting(said -> said.sent().address())
                .containsExactly(there);
    }

    @Test
    void who_neither_moderates_nor_approves_hands_nothing_in() {
        var author = given.colleague(seat, Role.AUTHOR);
        assertThatThrownBy(() -> handed.in(author, account, clock.instant(), "no"))
                .isInstanceOf(NotAllowed.class);
        var moderator = given.colleague(seat, Role.MODERATOR);
        assertThat(handed.in(moderator, account, clock.instant(), "yes")).isNotNull();
    }

    @Test
    void an_answer_is_no_post_of_the_day() {
        handIn("not in the day's plan");
        var day = Duration.ofDays(1);
        assertThat(Tenant.in(
                        seat.brand(),
                        () -> watching.goingOut(
                                clock.instant().minus(day), clock.instant().plus(day))))
                .isEmpty();
    }

    @Test
    void what_was_withdrawn_is_gone() {
        var answer = handIn("withdrawn");
        handed.withdraw(seat, answer);
        planned.turn();
        assertThat(place.calls()).isEmpty();
        assertThat(planned.in(seat, () -> handingIn.standing(List.of(answer)))).isEmpty();
        assertThatThrownBy(() -> handed.withdraw(seat, answer)).isInstanceOf(NoSuchDelivery.class);
    }

    @Test
    void its_story_shows_what_it_answers_and_lets_a_moderator_decide() throws Exception {
        place.answers(new PublishOutcome.Rejected(FAULT));
        var answer = handIn("Pahoittelumme");
        planned.turn();
        var at = given.at(seat) + "/deliveries/" + answer;
        var moderator = given.signedIn(given.colleague(seat, Role.MODERATOR));
        mvc.perform(get(at).with(moderator))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("What it answers")))
                .andExpect(content().string(containsString("https://test.example/said-1")))
                .andExpect(content().string(containsString("Try again")));
        mvc.perform(get(given.at(seat) + "/deliveries").with(moderator))
                .andExpect(content().string(containsString("Pahoittelumme")))
                .andExpect(content().string(containsString("answer")));
        mvc.perform(post(at + "/release").with(moderator)).andExpect(status().is3xxRedirection());
        planned.turn();
        assertThat(place.texts()).containsExactly("Pahoittelumme");
    }

    /** Other tests leave things due, too. */
    private <E> List<E> told(Class<E> kind, Function<E, BrandId> brand) {
        return events.stream(kind)
                .filter(each -> brand.apply(each).equals(seat.brand()))
                .toList();
    }

    private DeliveryId handIn(String text) {
        return handed.in(seat, account, clock.instant(), text);
    }

    private dev.parvi.connector.Sent sent(DeliveryId answer) {
        return planned.in(seat, () -> handingIn.sent(answer)).orElseThrow();
    }
}
