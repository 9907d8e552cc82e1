package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@RecordApplicationEvents
class RereadingTest {

    private static final Instant NOON = Instant.parse("2027-06-01T09:00:00Z");

    @Autowired
    Rereading rereading;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    ApplicationEvents events;

    GivenPosts posts;
    Seat seat;
    PostId post;

    @BeforeEach
    void planForNoon(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        clock.set(HandClock.START);
        posts = new GivenPosts(jdbc, transaction);
        seat = given.brand();
        post = posts.post(seat, "Summer", posts.account(seat));
        Tenant.in(
                seat.brand(),
                () -> scheduling.at(seat, post, LocalDateTime.parse("2027-06-01T12:00"), WallTime.Choice.FIRST));
        events.clear();
    }

    @Test
    void a_time_read_by_older_rules_moves_to_the_instant_of_todays_rules() {
        asIfSummerTimeHadBeenUnknown();
        assertThat(reread()).isEqualTo(1);
        assertThat(events.stream(VersionScheduled.class).map(VersionScheduled::at))
                .containsExactly(NOON);
        assertThat(events.stream(VersionScheduled.class).map(VersionScheduled::by))
                .containsExactly(seat.member());
        assertThat(reread()).isZero();
    }

    @Test
    void a_time_that_is_right_stays() {
        assertThat(reread()).isZero();
        assertThat(events.stream(VersionScheduled.class)).isEmpty();
    }

    @Test
    void another_zone_of_the_brand_leaves_what_was_planned_in_the_old_one() {
        posts.run(seat, "update brand set zone = 'America/New_York'");
        assertThat(reread()).isZero();
    }

    @Test
    void what_was_claimed_or_has_passed_stays() {
        asIfSummerTimeHadBeenUnknown();
        posts.seal(seat, posts.versions(seat, post).getFirst());
        assertThat(reread()).isZero();
        posts.run(seat, "update version set sealed_at = null");
        clock.set(NOON.plusSeconds(7200));
        assertThat(reread()).isZero();
    }

    private void asIfSummerTimeHadBeenUnknown() {
        posts.run(seat, "update version set planned_at = planned_at + interval '1 hour'");
    }

    private int reread() {
        return Tenant.in(seat.brand(), rereading::reread);
    }
}
