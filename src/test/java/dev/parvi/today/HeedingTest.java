package dev.parvi.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.Aspiring;
import dev.parvi.brand.Goal.Reading;
import dev.parvi.brand.Measure;
import dev.parvi.brand.TypedAudience;
import dev.parvi.brand.TypedGoal;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Errands;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class HeedingTest {

    @Autowired
    Given given;

    @Autowired
    Heeding heeding;

    @Autowired
    Aspiring aspiring;

    @Autowired
    Aiming aiming;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandClock clock;

    @Autowired
    MockMvc mvc;

    @Test
    void goals_behind_their_path_and_crowds_that_do_not_fit_stand_on_today() throws Exception {
        clock.set(HandClock.START);
        var seat = given.brand();
        var account = given.account(seat);
        assertThat(Tenant.in(seat.brand(), () -> heeding.heed(seat)).quiet()).isTrue();

        Tenant.run(seat.brand(), () -> {
            var goal = aspiring.add(
                    seat,
                    new TypedGoal(
                            "", "", "Known by all", Measure.OTHER.name(), "0", "100", "2026-09-13", "2026-12-21", ""));
            aspiring.read(seat, goal, new Reading(LocalDate.of(2026, 11, 1), 30, true, ""));
            aiming.change(seat, new TypedAudience(Set.of("fi"), "", "", Set.of(), "", ""));
            transaction.executeWithoutResult(status ->
                    jdbc.sql("""
                    with o as (
                        insert into onlooker (brand_id, network, key, name, handle, seen_at, fit, judged_at, stale)
                        select current_brand(), 'test', gen_random_uuid(), 'x', 'x', now(), 'DOESNT', now(), false from generate_series(1, 40)
                        returning id)
                    insert into follow (brand_id, account_id, onlooker_id, seen_at, joined_at, reading)
                    select current_brand(), :account, id, now(), '2026-10-31 12:00+02', 1 from o
                    """).param("account", account.id().value()).update());
        });
        Errands.run(tasks, "analysis-goals");

        var heed = Tenant.in(seat.brand(), () -> heeding.heed(seat));
        assertThat(heed.behind()).hasSize(1);
        assertThat(heed.surges())
                .hasSize(1)
                .first()
                .satisfies(each -> assertThat(each.joined()).isEqualTo(40));
        mvc.perform(get(given.at(seat) + "/today").with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("A goal is behind its path"),
                                containsString("stands at 30, should stand at 50"),
                                containsString("40 joined"))));
    }
}
