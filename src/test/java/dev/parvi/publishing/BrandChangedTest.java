package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.brand.Branding;
import dev.parvi.brand.Changing;
import dev.parvi.brand.Outline;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Posted;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a brand's settings change of what is planned already. */
@DeskTest
@Import(Planned.class)
class BrandChangedTest {

    @Autowired
    Given given;

    @Autowired
    Posted posted;

    @Autowired
    Planned planned;

    @Autowired
    Branding branding;

    @Autowired
    Changing changing;

    @Autowired
    Deliveries deliveries;

    @Autowired
    HandClock clock;

    private Seat seat;
    private Account account;

    @BeforeEach
    void a_brand_in_helsinki() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
    }

    @Test
    void in_another_zone_a_post_keeps_its_time_on_the_wall_and_goes_out_at_another_instant() {
        var post = posted.planned(seat, "Noon", LocalDateTime.parse("2026-11-04T12:00"), account);
        assertThat(due(post)).isEqualTo(Instant.parse("2026-11-04T10:00:00Z"));
        change(outline -> zone(outline, "America/New_York"));
        assertThat(due(post)).isEqualTo(Instant.parse("2026-11-04T17:00:00Z"));
        change(outline -> zone(outline, "Europe/Helsinki"));
        assertThat(due(post)).isEqualTo(Instant.parse("2026-11-04T10:00:00Z"));
    }

    @Test
    void a_post_whose_time_has_passed_in_the_new_zone_stays_at_its_instant() {
        var post = posted.planned(seat, "Soon", LocalDateTime.parse("2026-11-02T11:00"), account);
        change(outline -> zone(outline, "Asia/Tokyo"));
        assertThat(due(post)).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
    }

    @Test
    void what_is_out_already_is_left_alone() {
        var post = posted.planned(seat, "Out", LocalDateTime.parse("2026-11-02T10:01"), account);
        clock.pass(Duration.ofMinutes(2));
        planned.turn();
        change(outline -> zone(outline, "America/New_York"));
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly("Out");
        assertThat(due(post)).isEqualTo(Instant.parse("2026-11-02T08:01:00Z"));
    }

    @Test
    void a_shorter_patience_holds_for_what_was_planned_before() {
        var version = planned.plan(seat, account, clock.instant().plus(Duration.ofHours(1)), "belated");
        change(outline -> late(outline, "5"));
        clock.pass(Duration.ofMinutes(70));
        planned.turn();
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.LATE);
    }

    private void change(UnaryOperator<Outline> to) {
        Tenant.run(seat.brand(), () -> changing.change(seat, to.apply(Outline.of(branding.current()))));
    }

    private static Outline zone(Outline as, String zone) {
        return new Outline(
                as.name(),
                as.handle(),
                zone,
                as.language(),
                as.does(),
                as.aims(),
                as.accent(),
                as.approval(),
                as.lateMinutes());
    }

    private static Outline late(Outline as, String minutes) {
        return new Outline(
                as.name(),
                as.handle(),
                as.zone(),
                as.language(),
                as.does(),
                as.aims(),
                as.accent(),
                as.approval(),
                minutes);
    }

    private Instant due(PostId post) {
        return planned
                .in(seat, () -> deliveries.between(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), 9))
                .stream()
                .filter(each -> post.equals(each.post()))
                .map(Delivery::dueAt)
                .findFirst()
                .orElseThrow();
    }
}
