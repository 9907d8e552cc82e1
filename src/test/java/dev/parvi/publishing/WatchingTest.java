package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.account.Account;
import dev.parvi.connector.Fault;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Decision.What;
import dev.parvi.publishing.Ledger.Mark;
import dev.parvi.publishing.Ledger.Show;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
@Import(Planned.class)
class WatchingTest {

    private static final Fault FAULT = new Fault("test", "said the network");
    private static final URI ADDRESS = URI.create("https://example.org/posts/1");

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Planned planned;

    @Autowired
    Watching watching;

    @Autowired
    Storytelling storytelling;

    @Autowired
    Steering steering;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

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
    void the_ledger_shows_each_delivery_once_over_its_pages_newest_first() {
        for (var i = 0; i < 5; i++) {
            plan("post " + i, Duration.ofHours(i / 2));
        }
        assertThat(pages(Show.ALL)).containsExactly("post 4", "post 3", "post 2", "post 1", "post 0");
    }

    @Test
    void what_goes_out_is_shown_soonest_first() {
        for (var i = 0; i < 5; i++) {
            plan("post " + i, Duration.ofHours(1 + i));
        }
        assertThat(pages(Show.GOING)).containsExactly("post 0", "post 1", "post 2", "post 3", "post 4");
    }

    @Test
    void each_filter_shows_its_states_and_how_many_need_a_person() {
        place.answers(new PublishOutcome.Rejected(FAULT));
        plan("refused", Duration.ZERO);
        planned.turn();
        plan("out", Duration.ZERO);
        planned.turn();
        plan("to come", Duration.ofHours(1));
        assertThat(pages(Show.NEEDS)).containsExactly("refused");
        assertThat(pages(Show.PUBLISHED)).containsExactly("out");
        assertThat(pages(Show.GOING)).containsExactly("to come");
        var ledger = in(() -> watching.ledger(Show.ALL, Optional.empty()));
        assertThat(ledger.needing()).isEqualTo(1);
        assertThat(ledger.next()).isNull();
    }

    @Test
    void today_hears_of_what_stopped_what_goes_out_and_what_is_held() {
        place.answers(new PublishOutcome.Rejected(FAULT));
        plan("refused", Duration.ZERO);
        planned.turn();
        in(() -> {
            steering.pause(seat);
            return seat;
        });
        plan("held", Duration.ZERO);
        plan("tomorrow", Duration.ofDays(1));
        assertThat(in(() -> watching.attention())).extracting(Delivery::text).containsExactly("refused");
        var soon = in(() -> watching.goingOut(
                clock.instant().minusSeconds(60), clock.instant().plusSeconds(60)));
        assertThat(soon).extracting(Delivery::text).containsExactlyInAnyOrder("refused", "held");
        assertThat(in(() -> watching.held())).isEqualTo(1);
        assertThat(in(() -> steering.standstill())).contains(new Standstill(clock.instant(), 1));
    }

    @Test
    void a_story_tells_who_planned_what_was_sent_each_try_and_each_decision() {
        place.answers(new PublishOutcome.Rejected(FAULT));
        var id = delivery(plan("Hyvää huomenta", Duration.ZERO));
        planned.turn();
        clock.pass(Duration.ofMinutes(3));
        assertThat(in(() -> steering.tryAgain(seat, id))).isTrue();
        planned.turn();
        var story = in(() -> storytelling.story(id));
        assertThat(story.plannedBy()).isEqualTo("Maija");
        assertThat(story.message().text()).isEqualTo("Hyvää huomenta");
        assertThat(story.sealedAt()).isNotNull();
        assertThat(story.attempts()).extracting(Attempt::outcome).containsExactly("REJECTED", "PUBLISHED");
        assertThat(story.attempts().getFirst().faultDetail()).isEqualTo("said the network");
        assertThat(story.decisions()).containsExactly(new Decision(clock.instant(), "Maija", What.RELEASED, ""));
        assertThat(audited()).containsExactly("publishing.released");
    }

    @Test
    void before_its_claim_a_story_shows_what_is_planned_and_after_that_what_was_sealed() {
        var version = plan("first words", Duration.ofHours(1));
        var id = delivery(version);
        assertThat(in(() -> storytelling.story(id)).sealedAt()).isNull();
        planned.edit(seat, version, "other words");
        assertThat(in(() -> storytelling.story(id)).message().text()).isEqualTo("other words");
    }

    @Test
    void an_address_that_was_recorded_stands_in_the_story_and_in_the_audit_log() {
        place.answers(new PublishOutcome.Rejected(FAULT));
        var id = delivery(plan("by hand after all", Duration.ZERO));
        planned.turn();
        assertThat(in(() -> steering.recordPublished(seat, id, ADDRESS))).isTrue();
        assertThat(in(() -> storytelling.story(id)).decisions())
                .extracting(Decision::what, Decision::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(What.RECORDED, ADDRESS.toString()));
        assertThat(audited()).containsExactly("publishing.recorded");
    }

    @Test
    void what_did_not_change_anything_leaves_no_trace() {
        var id = delivery(plan("out", Duration.ZERO));
        planned.turn();
        assertThat(in(() -> steering.tryAgain(seat, id))).isFalse();
        assertThat(in(() -> steering.sendUnseen(seat, id))).isFalse();
        assertThat(in(() -> storytelling.story(id)).decisions()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_pause_and_its_end_are_audited_once_each() {
        in(() -> {
            steering.pause(seat);
            steering.pause(seat);
            steering.resume(seat);
            steering.resume(seat);
            return seat;
        });
        assertThat(audited()).containsExactly("publishing.paused", "publishing.resumed");
    }

    @Test
    void taking_back_reaches_the_network_and_the_story() throws Exception {
        var id = delivery(plan("regretted", Duration.ZERO));
        planned.turn();
        Tenant.in(seat.brand(), () -> {
            steering.remove(seat, id);
            return id;
        });
        assertThat(place.published()).isEmpty();
        var story = in(() -> storytelling.story(id));
        assertThat(story.delivery().removedAt()).isNotNull();
        assertThat(story.decisions()).extracting(Decision::what).containsExactly(What.REMOVED);
        assertThat(audited()).containsExactly("publishing.removed");
    }

    @Test
    void what_is_not_there_cannot_be_taken_back() {
        var id = delivery(plan("to come", Duration.ofHours(1)));
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> {
                    steering.remove(seat, id);
                    return id;
                }))
                .isInstanceOf(NoSuchDelivery.class);
    }

    @Test
    void who_may_only_look_decides_nothing() {
        var olli = given.colleague(seat, Role.ANALYST);
        var id = delivery(plan("to come", Duration.ofHours(1)));
        assertThat(in(() -> storytelling.story(id)).delivery().text()).isEqualTo("to come");
        List.<Runnable>of(
                        () -> steering.pause(olli),
                        () -> steering.resume(olli),
                        () -> steering.tryAgain(olli, id),
                        () -> steering.sendUnseen(olli, id),
                        () -> steering.recordPublished(olli, id, ADDRESS))
                .forEach(act ->
                        assertThatThrownBy(() -> Tenant.run(seat.brand(), act)).isInstanceOf(NotAllowed.class));
        assertThatThrownBy(() -> steering.remove(olli, id)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void another_brands_delivery_is_not_there() {
        var id = delivery(plan("ours", Duration.ofHours(1)));
        var other = given.brand();
        assertThatThrownBy(() -> Tenant.in(other.brand(), () -> storytelling.story(id)))
                .isInstanceOf(NoSuchDelivery.class);
    }

    private List<String> pages(Show show) {
        var texts = new java.util.ArrayList<String>();
        var mark = Optional.<Mark>empty();
        while (true) {
            var from = mark;
            var page = planned.in(seat, () -> deliveries.page(show, from, 2));
            page.forEach(each -> texts.add(each.text()));
            if (page.size() < 2) {
                return texts;
            }
            mark = Mark.read(
                    new Mark(page.getLast().dueAt(), page.getLast().id().value()).toString());
        }
    }

    private VersionId plan(String text, Duration from) {
        return planned.plan(seat, account, clock.instant().plus(from), text);
    }

    private DeliveryId delivery(VersionId version) {
        return planned.delivery(seat, version);
    }

    private List<String> audited() {
        return planned.in(
                seat,
                () -> jdbc.sql("select what from audit where what like 'publishing.%' order by id")
                        .query(String.class)
                        .list());
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Tenant.in(seat.brand(), work::get);
    }
}
