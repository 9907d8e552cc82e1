package dev.parvi.planning.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.parvi.brand.Branding;
import dev.parvi.planning.Slotting;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import jakarta.servlet.http.Cookie;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** How long the server works on a calendar of 2,000 posts: the whole request, from the filters to the page. */
@DeskTest
@Tag("bench")
class CalendarSpeedTest {

    private static final int WARM = 300;
    private static final int RUNS = 400;
    private static final double MOST_MS = 10;

    @Autowired
    MockMvc web;

    @Autowired
    Given given;

    @Autowired
    Branding branding;

    @Autowired
    Slotting slotting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandClock clock;

    @Test
    void a_month_of_two_thousand_posts_takes_at_most_ten_milliseconds() throws Exception {
        clock.set(HandClock.START);
        var seat = given.brand();
        var handle = Tenant.in(seat.brand(), branding::current).handle();
        fill(seat, given.account(seat).id());
        var cookie = new Cookie("parvi", given.token(seat.member()));
        for (var view : new String[] {"month", "week", "list"}) {
            var nanos = new long[WARM + RUNS];
            for (var run = 0; run < nanos.length; run++) {
                var begun = System.nanoTime();
                var answer = web.perform(
                                get("/b/" + handle + "/calendar?view=" + view).cookie(cookie))
                        .andReturn()
                        .getResponse();
                nanos[run] = System.nanoTime() - begun;
                assertThat(answer.getStatus()).isEqualTo(200);
            }
            var kept = Arrays.copyOfRange(nanos, WARM, nanos.length);
            Arrays.sort(kept);
            System.out.printf(
                    "calendar %s, 2,000 posts: p50 %.1f ms, p95 %.1f ms%n",
                    view, kept[RUNS / 2] / 1e6, kept[RUNS * 95 / 100] / 1e6);
            assertThat(!view.equals("month") || kept[RUNS * 95 / 100] / 1e6 <= MOST_MS)
                    .as("p95 of the month is at most %s ms", MOST_MS)
                    .isTrue();
        }
    }

    private void fill(Seat seat, AccountId account) {
        Tenant.run(
                seat.brand(), () -> slotting.add(seat, account, Set.of(DayOfWeek.values()), LocalTime.parse("12:03")));
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                with posts as (
                    insert into post (brand_id, text, tags, author_id, made_at, changed_at, state)
                    select current_brand(), 'Post no. ' || n || ' about beans, roasting and the people behind them', '{beans}',
                           :author, now(), now(), 'PLANNED'
                    from generate_series(1, 2000) n returning id
                )
                insert into version (brand_id, post_id, account_id, planned_local, planned_zone, planned_at, planned_by)
                select current_brand(), id, :account, t at time zone 'Europe/Helsinki', 'Europe/Helsinki', t, :author
                from (select id, timestamptz '2026-11-01 00:00Z' + row_number() over (order by id) * interval '1295 seconds' as t
                      from posts) timed
                """)
                        .param("author", seat.member().value())
                        .param("account", account.value())
                        .update()));
    }
}
