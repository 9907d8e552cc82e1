package dev.parvi.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.audience.Growth.Split;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.TypedAudience;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class GrowthTest {

    private static final Instant NOON = Instant.parse("2026-11-18T10:00:00Z");

    @Autowired
    Given given;

    @Autowired
    Growing growing;

    @Autowired
    Aiming aiming;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private void follows(Seat seat, long account, String fit, @Nullable Instant joined, @Nullable Instant left) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                with o as (
                    insert into onlooker (brand_id, network, key, name, handle, seen_at, fit, judged_at, stale)
                    values (current_brand(), 'test', gen_random_uuid(), 'x', 'x', now(), :fit, now(), false) returning id)
                insert into follow (brand_id, account_id, onlooker_id, seen_at, joined_at, left_at, reading)
                select current_brand(), :account, id, now(), :joined::timestamptz, :left::timestamptz, 1 from o
                """)
                        .param("fit", fit)
                        .param("account", account)
                        .param(
                                "joined",
                                joined == null
                                        ? null
                                        : joined.atOffset(ZoneOffset.UTC).toString())
                        .param(
                                "left",
                                left == null
                                        ? null
                                        : left.atOffset(ZoneOffset.UTC).toString())
                        .update()));
    }

    private Growth growth(Seat seat) {
        return Tenant.in(seat.brand(), () -> growing.growth(seat));
    }

    private static Instant ago(int days) {
        return NOON.minus(Duration.ofDays(days));
    }

    /** The worked example of docs/figures.md. */
    @Test
    void who_stayed_is_counted_of_those_who_joined_between_120_and_30_days_ago() {
        clock.set(NOON);
        var seat = given.brand();
        follows(seat, 1, "FITS", ago(60), null);
        follows(seat, 1, "FITS", ago(50), ago(10));
        follows(seat, 1, "FITS", ago(40), ago(20));
        follows(seat, 1, "DOESNT", ago(90), ago(80));
        follows(seat, 1, "DOESNT", ago(150), null);
        follows(seat, 1, "FITS", ago(12), null);
        follows(seat, 1, "UNKNOWN", null, null);
        var stay = growth(seat).stay();
        assertThat(stay.joined()).isEqualTo(new Split(3, 0, 1));
        assertThat(stay.stayed()).isEqualTo(new Split(2, 0, 0));
        assertThat(stay.early()).isEqualTo(1);
    }

    @Test
    void where_nobody_is_old_enough_nothing_is_said_of_staying() {
        clock.set(NOON);
        var seat = given.brand();
        follows(seat, 1, "FITS", ago(29), null);
        assertThat(growth(seat).stay().joined().all()).isZero();
        assertThat(growth(seat).stay().early()).isEqualTo(1);
    }

    @Test
    void weeks_begin_on_monday_in_the_brands_zone() {
        clock.set(NOON);
        var seat = given.brand();
        follows(seat, 1, "FITS", Instant.parse("2026-11-15T21:59:00Z"), null);
        follows(seat, 1, "DOESNT", Instant.parse("2026-11-15T22:01:00Z"), null);
        var weeks = growth(seat).weeks();
        assertThat(weeks.getLast().from()).isEqualTo("2026-11-16");
        assertThat(weeks.getLast().joined()).isEqualTo(new Split(0, 0, 1));
        assertThat(weeks.get(10).joined()).isEqualTo(new Split(1, 0, 0));
    }

    /** The worked example of docs/figures.md. */
    @ParameterizedTest
    @CsvSource({
        "40, 2, 1.5, 200, 120, true",
        "40, 20, 1.5, 200, 120, false",
        "19, 0, 0, 200, 120, false",
        "40, 2, 9, 200, 120, false",
        "40, 4, 0, 5, 5, true",
        "40, 5, 0, 5, 5, false",
        "40, 0, 0, 0, 0, true",
    })
    void a_crowd_that_does_not_fit_is_told_from_a_good_day(
            int joined, int fits, double usual, int others, int othersFit, boolean flagged) {
        assertThat(Suspicion.of(joined, fits, usual, others, othersFit)).isEqualTo(flagged);
    }

    @Test
    void a_crowd_of_one_day_is_flagged_with_what_is_usual() {
        clock.set(NOON);
        var seat = given.brand();
        aims(seat);
        for (var n = 0; n < 25; n++) {
            follows(seat, 7, "UNKNOWN", ago(3), null);
        }
        for (var n = 0; n < 28; n++) {
            follows(seat, 7, n % 2 == 0 ? "FITS" : "DOESNT", ago(4 + n), null);
        }
        assertThat(growth(seat).surges()).singleElement().satisfies(surge -> {
            assertThat(surge.day()).isEqualTo("2026-11-15");
            assertThat(surge.joined()).isEqualTo(25);
            assertThat(surge.fits()).isZero();
            assertThat(surge.usual()).isEqualTo(1.0);
            assertThat(surge.othersPercent()).isEqualTo(50);
        });
    }

    @Test
    void no_crowd_is_flagged_where_the_brand_has_not_said_whom_it_wants() {
        clock.set(NOON);
        var seat = given.brand();
        for (var n = 0; n < 25; n++) {
            follows(seat, 7, "UNKNOWN", ago(3), null);
        }
        assertThat(growth(seat).surges()).isEmpty();
        aims(seat);
        assertThat(growth(seat).surges()).hasSize(1);
    }

    private void aims(Seat seat) {
        Tenant.run(seat.brand(), () -> aiming.change(seat, new TypedAudience(Set.of("fi"), "", "", Set.of(), "", "")));
    }

    @Test
    void the_share_that_fits_leaves_out_those_of_whom_it_cannot_be_told() {
        assertThat(new Split(3, 10, 1).percent()).isEqualTo(75);
        assertThat(new Split(0, 10, 0).percent()).isNull();
    }
}
