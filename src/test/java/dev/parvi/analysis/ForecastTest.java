package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The examples of docs/figures.md. */
class ForecastTest {

    private static final List<Double> CHANGES = List.of(10.0, 12.0, 8.0, 14.0, 11.0, 9.0, 13.0, 11.0);

    @Test
    void a_forecast_goes_on_by_the_mean_change_and_its_range_is_students() {
        var forecast = Forecast.of(40, CHANGES, 4);

        assertThat(forecast).isNotNull();
        assertThat(forecast.middle()).isEqualTo(84);
        assertThat(forecast.low()).isCloseTo(77.07, within(0.01));
        assertThat(forecast.high()).isCloseTo(90.93, within(0.01));
        assertThat(forecast.weeks()).isEqualTo(8);
    }

    @Test
    void three_weeks_are_too_few_and_of_many_the_last_twelve_count() {
        assertThat(Forecast.of(0, List.of(1.0, 2.0, 3.0), 1)).isNull();
        var long_ = new ArrayList<>(List.of(1000.0, 1000.0));
        for (var n = 0; n < 12; n++) {
            long_.add(5.0);
        }
        var forecast = Forecast.of(0, long_, 2);
        assertThat(forecast).isNotNull();
        assertThat(forecast.weeks()).isEqualTo(12);
        assertThat(forecast.low()).isEqualTo(10);
        assertThat(forecast.high()).isEqualTo(10);
    }

    @Test
    void weeks_that_are_alike_lie_inside_their_range_and_a_leap_lies_outside() {
        var changes = List.of(10.0, 12.0, 8.0, 10.0, 11.0, 40.0);

        var trial = Forecast.tried(changes, 1);

        assertThat(trial).isEqualTo(new Forecast.Trial(1, 2));
        assertThat(trial.enough()).isFalse();
        assertThat(trial.percent()).isEqualTo(50);
    }

    @Test
    void of_many_weeks_that_differ_by_chance_about_eight_of_ten_lie_inside() {
        var random = new Random(7);
        var inside = 0;
        var all = 0;
        for (var brand = 0; brand < 200; brand++) {
            var changes = new ArrayList<Double>();
            for (var week = 0; week < 52; week++) {
                changes.add(20 + 5 * random.nextGaussian());
            }
            var trial = Forecast.tried(changes, 4);
            inside += trial.inside();
            all += trial.all();
        }
        assertThat(100.0 * inside / all).isBetween(77.0, 83.0);
    }

    @Test
    void a_path_is_straight_and_behind_is_more_than_a_tenth_of_it_short() {
        var from = Instant.parse("2026-11-01T00:00:00Z");
        var way = new Way(0, 200, from, Instant.parse("2027-01-10T00:00:00Z"));
        var now = Instant.parse("2026-12-06T00:00:00Z");

        assertThat(way.at(now)).isEqualTo(100);
        assertThat(way.behind(81, now)).isFalse();
        assertThat(way.behind(79, now)).isTrue();
        assertThat(way.done(50)).isEqualTo(25);
        assertThat(way.left(now)).isEqualTo(5);
        assertThat(way.behind(0, from.plusSeconds(6 * 86_400)))
                .as("in its first week")
                .isFalse();
    }

    @Test
    void where_less_is_better_the_path_falls() {
        var from = Instant.parse("2026-11-01T00:00:00Z");
        var way = new Way(120, 20, from, Instant.parse("2027-01-10T00:00:00Z"));
        var now = Instant.parse("2026-12-06T00:00:00Z");

        assertThat(way.at(now)).isEqualTo(70);
        assertThat(way.behind(79, now)).isFalse();
        assertThat(way.behind(81, now)).isTrue();
        assertThat(way.reached(20)).isTrue();
        assertThat(way.done(120)).isZero();
    }
}
