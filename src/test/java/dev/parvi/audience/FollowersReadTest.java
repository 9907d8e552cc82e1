package dev.parvi.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.audience.Crowd.Face;
import dev.parvi.audience.Crowd.Which;
import dev.parvi.audience.Fit.Verdict;
import dev.parvi.audience.Growth.Split;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.TypedAudience;
import dev.parvi.community.Forgetting;
import dev.parvi.community.Talked;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestCrowd;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DeskTest
@Import(Talked.class)
class FollowersReadTest {

    @Autowired
    Given given;

    @Autowired
    Gathering gathering;

    @Autowired
    Judging judging;

    @Autowired
    Growing growing;

    @Autowired
    Meeting meeting;

    @Autowired
    Aiming aiming;

    @Autowired
    Connecting connecting;

    @Autowired
    Forgetting forgetting;

    @Autowired
    Talked talked;

    @Autowired
    HandClock clock;

    private Seat seat;
    private Account account;
    private TestCrowd crowd;

    @BeforeEach
    void begin() {
        seat = given.brand();
        account = given.account(seat);
        crowd = TestNetwork.of(account.place()).crowd();
        aim("Turku");
    }

    private void aim(String place) {
        Tenant.run(
                seat.brand(),
                () -> aiming.change(
                        seat, new TypedAudience(Set.of("fi"), place, "kahvi", Set.of("BOTS", "SHOPS"), "", "")));
    }

    /** Its turn comes, and everybody is judged. */
    private void reads() {
        clock.pass(Gathering.LONG_PAUSE);
        turn();
    }

    private void turn() {
        Tenant.run(seat.brand(), gathering::turn);
        judge();
    }

    private void judge() {
        Tenant.run(seat.brand(), () -> {
            while (judging.hear() > 0) {
                Thread.onSpinWait();
            }
            while (judging.judge() > 0) {
                Thread.onSpinWait();
            }
        });
    }

    private Growth growth() {
        return Tenant.in(seat.brand(), () -> growing.growth(seat));
    }

    private List<Face> people(Which which) {
        return Tenant.in(seat.brand(), () -> meeting.people(seat, which, 0)).faces();
    }

    private Face face(String name) {
        return people(Which.ALL).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_was_there_before_joined_nobody_knows_when_and_who_comes_later_joined_then() {
        crowd.joins("a", "Anna", "Kahvihullu Turusta").joins("b", "Bert", "").joins("c", "Kauppa Oy", "Kahvia");
        crowd.joins("d", "Dora", "Rakastan kahvia ja leivontaa, Turku");
        reads();
        assertThat(growth().standing()).isEqualTo(new Split(2, 1, 1));
        assertThat(growth().weeks()).hasSize(12).allMatch(week -> week.joined().all() == 0);
        crowd.joins("e", "Eeva", "Kahvia, kirjoja ja kissoja Turussa");
        reads();
        assertThat(face("Eeva").joined()).isEqualTo(clock.instant());
        assertThat(face("Anna").joined()).isNull();
        assertThat(growth().weeks().getLast().joined()).isEqualTo(new Split(1, 0, 0));
        assertThat(growth().came()).containsExactly(java.util.Map.entry("UNKNOWN", 1));
        assertThat(growth().reads()).singleElement().satisfies(read -> {
            assertThat(read.standing()).isEqualTo(5);
            assertThat(read.total()).isEqualTo(5);
            assertThat(read.whole()).isEqualTo(clock.instant());
        });
    }

    @Test
    void since_when_somebody_follows_is_believed_where_the_network_says_so() {
        var since = clock.instant().minus(Duration.ofDays(40));
        crowd.joins("a", "Anna", "Kahvihullu Turusta", since);
        crowd.joins("b", "Bert", "Kahvihullu Turusta", clock.instant().plus(Duration.ofDays(400)));
        reads();
        assertThat(face("Anna").joined()).isEqualTo(since);
        assertThat(face("Bert").joined()).isNull();
        assertThat(growth().stay().joined()).isEqualTo(new Split(1, 0, 0));
        assertThat(growth().stay().stayed()).isEqualTo(new Split(1, 0, 0));
    }

    @Test
    void nobody_has_left_before_a_reading_is_whole_and_who_comes_back_joins_again() throws Exception {
        crowd.joins("a", "Anna", "")
                .joins("b", "Bert", "")
                .joins("c", "Carla", "")
                .joins("d", "Dora", "");
        reads();
        crowd.leaves("a");
        crowd.joins("e", "Eeva", "").fails(broken());
        reads();
        assertThat(growth().standing().all()).isEqualTo(4);
        assertThat(growth().reads().getFirst().fault()).isEqualTo("server");
        reads();
        assertThat(growth().standing().all()).isEqualTo(4);
        assertThat(growth().weeks().getLast().left()).isEqualTo(1);
        assertThat(growth().reads().getFirst().fault()).isEmpty();
        assertThat(people(Which.ALL)).extracting(Face::name).doesNotContain("Anna");
        crowd.joins("a", "Anna", "");
        reads();
        assertThat(growth().standing().all()).isEqualTo(5);
        assertThat(face("Anna").joined()).isEqualTo(clock.instant());
    }

    @Test
    void a_reading_that_broke_off_goes_on_where_it_ended() throws Exception {
        for (var n = 0; n < 7; n++) {
            crowd.joins("p" + n, "Person " + n, "");
        }
        clock.pass(Gathering.LONG_PAUSE);
        Tenant.run(seat.brand(), () -> {
            crowd.fails(broken());
            gathering.turn();
        });
        assertThat(growth().standing().all()).isZero();
        turn();
        assertThat(growth().standing().all())
                .as("not before the pause after a failure is over")
                .isZero();
        reads();
        assertThat(growth().standing().all()).isEqualTo(7);
    }

    @Test
    void when_most_are_missing_at_once_the_next_reading_has_to_say_the_same() {
        for (var n = 0; n < 30; n++) {
            crowd.joins("p" + n, "Person " + n, "");
        }
        reads();
        for (var n = 0; n < 25; n++) {
            crowd.leaves("p" + n);
        }
        reads();
        assertThat(growth().standing().all()).isEqualTo(30);
        assertThat(growth().reads().getFirst().doubted()).isTrue();
        reads();
        assertThat(growth().standing().all()).isEqualTo(5);
        assertThat(growth().reads().getFirst().doubted()).isFalse();
    }

    @Test
    void an_account_whose_permission_is_gone_waits_for_a_person() {
        crowd.fails(new ConnectorFailed(new Fault("test.refused", ""), true));
        reads();
        assertThat(Tenant.in(seat.brand(), () -> connecting.get(account.id()))
                        .orElseThrow()
                        .well())
                .isFalse();
        reads();
        assertThat(growth().standing().all()).isZero();
    }

    @Test
    void who_speaks_is_judged_by_their_words_and_is_one_with_who_follows() {
        crowd.joins("anna", "Anna", "");
        reads();
        assertThat(face("Anna").fit().verdict()).isEqualTo(Verdict.UNKNOWN);
        talked.says(
                seat,
                account,
                "anna",
                "post-1",
                null,
                "Teidän kahvi on parasta, mistä Turussa sitä saa?",
                clock.instant());
        talked.says(seat, account, "bot", "post-1", null, "Earn money from home", clock.instant());
        judge();
        assertThat(people(Which.FITS)).hasSize(1);
        assertThat(people(Which.DOESNT)).hasSize(1);
        assertThat(growth().speaking()).isEqualTo(new Split(1, 0, 1));
    }

    @Test
    void another_target_audience_judges_everybody_anew() {
        crowd.joins("a", "Anna", "Kahvihullu Turusta");
        reads();
        aim("Oulu");
        judge();
        assertThat(people(Which.DOESNT)).extracting(Face::name).containsExactly("Anna");
    }

    @Test
    void who_is_erased_is_erased_here_and_does_not_come_back_with_the_next_reading() {
        talked.says(seat, account, "anna", "post-1", null, "Kahvia Turussa", clock.instant());
        judge();
        var profile = Objects.requireNonNull(people(Which.ALL).getFirst().profile());
        Tenant.run(seat.brand(), () -> forgetting.erase(seat, profile));
        assertThat(people(Which.ALL)).isEmpty();
        assertThat(Tenant.in(seat.brand(), () -> meeting.of(List.of(profile)))).isEmpty();
        reads();
        assertThat(people(Which.ALL)).isEmpty();
    }

    @Test
    void one_brand_sees_nothing_of_another() {
        crowd.joins("a", "Anna", "Kahvihullu Turusta");
        reads();
        seat = given.brand();
        assertThat(people(Which.ALL)).isEmpty();
        assertThat(growth().empty()).isTrue();
    }

    private static ConnectorFailed broken() {
        return new ConnectorFailed(new Fault("server", "500"), false);
    }
}
