package dev.parvi.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class CampaigningTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final TypedCampaign AUTUMN = new TypedCampaign(
            "Syksy",
            "Registrations",
            "target audience",
            "2026-10-12",
            "2026-10-25",
            "eur",
            "autumn",
            "https://example.org/a");

    @Autowired
    Given given;

    @Autowired
    Campaigning campaigning;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;

    @BeforeEach
    void begin() {
        clock.set(NOW);
        seat = given.brand();
    }

    private <R> R in(Supplier<R> work) {
        return Tenant.in(seat.brand(), work::get);
    }

    private long autumn() {
        return in(() -> campaigning.add(seat, AUTUMN));
    }

    private void joined(String day, String fit, @Nullable String left) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                with o as (insert into onlooker (brand_id, network, key, name, handle, seen_at, fit, judged_at, stale)
                    values (current_brand(), 'test', gen_random_uuid(), 'x', 'x', now(), :fit, now(), false) returning id)
                insert into follow (brand_id, account_id, onlooker_id, seen_at, joined_at, left_at, reading)
                select current_brand(), 1, id, now(), :joined::timestamptz, :left::timestamptz, 1 from o
                """)
                        .param("fit", fit)
                        .param("joined", day + "T12:00:00Z")
                        .param("left", left == null ? null : left + "T12:00:00Z")
                        .update()));
    }

    /** The worked example of docs/figures.md. */
    @Test
    void a_campaign_is_credited_with_what_is_beyond_the_usual() {
        joined("2026-09-01", "DOESNT", null);
        for (var day = 14; day <= 27; day++) {
            joined("2026-09-" + day, day % 2 == 0 ? "FITS" : "DOESNT", null);
        }
        for (var day = 12; day <= 21; day++) {
            joined("2026-10-" + day, "FITS", day == 21 ? "2026-11-01" : null);
            joined("2026-10-" + day, "DOESNT", "2026-10-30");
        }
        var id = autumn();
        in(() -> campaigning.table(
                seat, id, "date,cost\n2026-10-12,60\n2026-10-13,66\n".getBytes(StandardCharsets.UTF_8)));
        var yield = in(() -> campaigning.one(seat, id)).yield();
        assertThat(yield.cents()).isEqualTo(12_600);
        assertThat(yield.days()).isEqualTo(14);
        assertThat(yield.before()).isEqualTo(28);
        assertThat(yield.all()).isEqualTo(new Yield.Part(20, 14));
        assertThat(yield.extra(yield.all())).isEqualTo(13.0);
        assertThat(yield.each(yield.all())).isEqualTo(969);
        assertThat(yield.fitting()).isEqualTo(new Yield.Part(10, 7));
        assertThat(yield.extra(yield.fitting())).isEqualTo(6.5);
        assertThat(yield.each(yield.fitting())).isEqualTo(1_938);
        assertThat(yield.old()).isEqualTo(10);
        assertThat(yield.staying()).isEqualTo(new Yield.Part(9, 7));
        assertThat(yield.extra(yield.staying())).isEqualTo(6.5);
        assertThat(yield.each(yield.staying())).isEqualTo(1_385);
    }

    @Test
    void without_two_weeks_before_it_nothing_is_estimated() {
        joined("2026-10-05", "FITS", null);
        joined("2026-10-13", "FITS", null);
        var yield = in(() -> campaigning.one(seat, autumn())).yield();
        assertThat(yield.compared()).isFalse();
        assertThat(yield.extra(yield.all())).isNull();
        assertThat(yield.each(yield.all())).isNull();
        assertThat(yield.all().joined()).isEqualTo(1);
    }

    @Test
    void of_a_campaign_that_has_just_begun_nobody_is_said_to_have_stayed() {
        clock.set(NOW.minus(Duration.ofDays(36)));
        var yield = in(() -> campaigning.one(seat, autumn())).yield();
        assertThat(yield.days()).isEqualTo(4);
        assertThat(yield.old()).isZero();
        assertThat(yield.extra(yield.staying())).isNull();
    }

    @Test
    void what_was_typed_is_kept_changed_and_removed() {
        var id = autumn();
        var campaign = in(() -> campaigning.one(seat, id)).campaign();
        assertThat(TypedCampaign.of(campaign).currency()).isEqualTo("EUR");
        assertThat(campaign.ends()).isEqualTo("2026-10-25");
        in(() -> {
            campaigning.change(seat, id, new TypedCampaign("Talvi", "", "", "2026-12-01", "2026-12-02", "EUR", "", ""));
            return id;
        });
        assertThat(in(() -> campaigning.all(seat)))
                .extracting(line -> line.campaign().name())
                .containsExactly("Talvi");
        in(() -> {
            campaigning.remove(seat, id);
            return id;
        });
        assertThat(in(() -> campaigning.all(seat))).isEmpty();
        assertThatThrownBy(() -> in(() -> campaigning.one(seat, id))).isInstanceOf(NoSuchCampaign.class);
    }

    @Test
    void a_cost_of_the_same_day_and_place_replaces_the_one_before_and_can_be_removed() {
        var id = autumn();
        in(() -> {
            campaigning.pay(seat, id, "2026-10-12", "Search", "10");
            campaigning.pay(seat, id, "2026-10-12", "Search", "12,50");
            campaigning.pay(seat, id, "2026-10-12", "", "1");
            return id;
        });
        assertThat(in(() -> campaigning.one(seat, id)).costs())
                .extracting(Campaign.Cost::cents)
                .containsExactly(100L, 1_250L);
        in(() -> {
            campaigning.unpay(seat, id, LocalDate.of(2026, 10, 12), "Search");
            return id;
        });
        assertThat(in(() -> campaigning.one(seat, id)).yield().cents()).isEqualTo(100);
    }

    @Test
    void every_fault_is_told_at_its_field() {
        assertThat(new TypedCampaign(
                                " ", "x".repeat(501), "x".repeat(501), "soon", "later", "euro", "a b", "javascript:x")
                        .faults())
                .containsOnlyKeys("name", "goal", "audience", "begins", "ends", "currency", "tag", "links");
        assertThat(new TypedCampaign("a", "", "", "2026-10-12", "2026-10-11", "EUR", "", "").faults())
                .containsOnlyKeys("ends");
        assertThat(campaigning.faults("x", "1")).containsOnlyKeys("day");
        assertThat(campaigning.faults("2026-10-12", "x")).containsOnlyKeys("sum");
    }

    @Test
    void what_is_somebody_elses_work_is_handed_off_with_its_days_goal_and_links() {
        var id = autumn();
        var request = new HandingOff.Request(
                HandOff.Job.PR,
                null,
                "Agency",
                "",
                "Please run it",
                clock.instant().plus(Duration.ofDays(3)));
        var link = in(() -> campaigning.give(seat, id, request, Locale.ENGLISH));
        assertThat(link).isPresent();
        assertThat(in(() -> campaigning.one(seat, id)).handOffs())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.name()).isEqualTo("Agency");
                    assertThat(each.packet().facts())
                            .containsExactly(
                                    "From 2026-10-12 to 2026-10-25",
                                    "Goal: Registrations",
                                    "Shown to: target audience",
                                    "https://example.org/a");
                });
    }

    @Test
    void a_moderator_may_not_write_and_another_brand_sees_nothing() {
        var id = autumn();
        var moderator = given.colleague(seat, Role.MODERATOR);
        assertThatThrownBy(() -> in(() -> campaigning.add(moderator, AUTUMN))).isInstanceOf(NotAllowed.class);
        var home = seat;
        seat = given.brand();
        assertThat(in(() -> campaigning.all(seat))).isEmpty();
        assertThatThrownBy(() -> in(() ->
                        campaigning.table(seat, id, "date,cost\n2026-10-12,1\n".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(NoSuchCampaign.class);
        seat = home;
        assertThat(in(() -> campaigning.one(seat, id)).costs()).isEqualTo(List.of());
    }
}
