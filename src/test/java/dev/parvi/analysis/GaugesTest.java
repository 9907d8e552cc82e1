package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.brand.Measure;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class GaugesTest {

    private static final Span FIRST = span("2026-11-01T22:00:00Z", "2026-11-08T22:00:00Z");
    private static final Span SECOND = span("2026-11-08T22:00:00Z", "2026-11-15T22:00:00Z");
    private static final AccountId OURS = new AccountId(7);

    @Autowired
    Given given;

    @Autowired
    Gauges gauges;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
        change("update brand set zone = 'Europe/Helsinki' where id = current_brand()");
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    private void change(String sql) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }

    private List<@Nullable Double> of(Measure measure, @Nullable AccountId account) {
        return Tenant.in(
                seat.brand(), () -> transaction.execute(status -> gauges.of(measure, account, List.of(FIRST, SECOND))));
    }

    /** Two links, of which the first is of our account; days of the brand's zone. */
    private void links() {
        change("""
                insert into tracked_link (brand_id, code, key, address, target, made_at, account_id)
                select current_brand(), left(md5(random()::text), 9), gen_random_uuid(), 'https://a.example', 'https://a.example', now(), n
                from unnest(array[7, 8]) n
                """);
    }

    private void came(String day, long account, int people) {
        change("""
                insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
                select current_brand(), l, date '%s' - date '1970-01-01', 1, %d, 5, 0, %d
                from (select 0 union all select id from tracked_link where brand_id = current_brand() and account_id = %d) s (l)
                """.formatted(day, people, people, account));
    }

    private void credited(String day, String name, String currency, int worth) {
        change("""
                insert into conversion (brand_id, at, name, value, currency, via, key)
                values (current_brand(), '%s 12:00+02', '%s', %d, '%s', 'SERVER', gen_random_uuid())
                """.formatted(day, name, worth, currency));
        change("""
                insert into credit_sum (brand_id, link_id, slot, level, name, currency, firsts, lasts, linear, first_value, last_value, linear_value)
                select current_brand(), l, date '%s' - date '1970-01-01', 1, '%s', '%s', 1, 1, part, %d, %d, part * %d
                from (select -1, 1.0 union all select id, 0.5 from tracked_link where brand_id = current_brand()) s (l, part)
                """.formatted(day, name, currency, worth, worth, worth));
    }

    @Test
    void what_was_never_tracked_is_unknown_and_not_zero() {
        assertThat(of(Measure.VISITS, null)).containsExactly(null, null);
        assertThat(of(Measure.REGISTRATIONS, null)).containsExactly(null, null);
        assertThat(of(Measure.REVENUE, null)).containsExactly(null, null);
        assertThat(of(Measure.JOINS, null)).containsExactly(null, null);
    }

    @Test
    void visits_count_to_the_week_in_which_their_day_begins() {
        links();
        came("2026-11-02", 7, 10);
        came("2026-11-08", 7, 3);
        came("2026-11-09", 8, 4);

        assertThat(of(Measure.VISITS, null)).containsExactly(13.0, 4.0);
        assertThat(of(Measure.VISITS, OURS)).containsExactly(13.0, 0.0);
    }

    @Test
    void the_brand_has_each_conversion_and_an_account_its_share() {
        links();
        credited("2026-11-03", "registered", "", 0);
        credited("2026-11-10", "registered", "", 0);
        credited("2026-11-10", "called", "", 0);

        assertThat(of(Measure.REGISTRATIONS, null)).containsExactly(1.0, 1.0);
        assertThat(of(Measure.REGISTRATIONS, OURS)).containsExactly(0.5, 0.5);
        assertThat(of(Measure.CALLS, null)).containsExactly(0.0, 1.0);
        assertThat(of(Measure.ORDERS, null)).containsExactly(0.0, 0.0);
    }

    @Test
    void revenue_is_that_of_the_currency_in_which_most_was_bought() {
        links();
        credited("2026-11-03", "bought", "EUR", 40);
        credited("2026-11-04", "bought", "EUR", 20);
        credited("2026-11-11", "bought", "SEK", 900);

        assertThat(of(Measure.REVENUE, null)).containsExactly(60.0, 0.0);
        assertThat(of(Measure.REVENUE, OURS)).containsExactly(30.0, 0.0);
        assertThat(of(Measure.ORDERS, null)).containsExactly(2.0, 1.0);
    }

    @Test
    void who_joined_is_known_from_the_first_whole_reading_on() {
        change("""
                insert into crowd_reading (brand_id, account_id, first_whole_at, next_at)
                values (current_brand(), 7, '2026-11-09 10:00+00', now())
                """);
        for (var fit : List.of("FITS", "DOESNT")) {
            change("""
                    with o as (
                        insert into onlooker (brand_id, network, key, name, handle, seen_at, fit)
                        values (current_brand(), 'test', gen_random_uuid(), 'x', 'x', now(), '%s') returning id)
                    insert into follow (brand_id, account_id, onlooker_id, seen_at, joined_at, reading)
                    select current_brand(), 7, id, now(), '2026-11-12 08:00+00', 2 from o
                    """.formatted(fit));
        }

        assertThat(of(Measure.JOINS, null)).containsExactly(null, 2.0);
        assertThat(of(Measure.FITTING_JOINS, OURS)).containsExactly(null, 1.0);
        assertThat(of(Measure.JOINS, new AccountId(8))).containsExactly(null, null);
    }
}
