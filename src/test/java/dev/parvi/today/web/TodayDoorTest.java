package dev.parvi.today.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.account.Accessing;
import dev.parvi.account.Account;
import dev.parvi.connector.Fault;
import dev.parvi.planning.Slotting;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Posted;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class TodayDoorTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Autowired
    Given given;

    @Autowired
    Posted posted;

    @Autowired
    HandClock clock;

    @Autowired
    Accessing accessing;

    @Autowired
    Slotting slotting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    Seat seat;

    @BeforeEach
    void a_brand_on_a_monday_morning() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    @Test
    void the_first_steps_of_a_new_brand_open_its_own_page_in_one_click() throws Exception {
        shows(
                seat,
                allOf(
                        containsString("Three steps"),
                        containsString("/accounts/networks/page\""),
                        containsString("action=\"/sample\"")));
    }

    @Test
    void a_quiet_day_has_a_kind_line_and_no_empty_box() throws Exception {
        given.account(seat);
        shows(seat, allOf(containsString("Nothing needs doing now."), not(containsString("today-card"))));
    }

    @Test
    void a_full_day_has_a_button_for_everything_that_needs_one() throws Exception {
        var account = fullDay();
        shows(
                seat,
                allOf(
                        containsString("/accounts/" + account.id() + "\">Sign in again"),
                        containsString("The desk cannot tell whether it went out."),
                        containsString(">Decide<"),
                        containsString("/release\""),
                        containsString(">Try again<"),
                        containsString("Copy and post"),
                        containsString("Free slots")));
    }

    @Test
    void who_does_not_manage_is_told_whom_to_ask() throws Exception {
        fullDay();
        shows(
                given.colleague(seat, Role.AUTHOR),
                allOf(containsString("Ask a manager to sign in again"), not(containsString(">Sign in again<"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "ru"})
    void no_word_is_missing_in_any_language(String language) throws Exception {
        fullDay();
        jdbc.sql("update member set language = :language where id = :id")
                .param("language", language)
                .param("id", seat.member().value())
                .update();
        shows(seat, not(containsString("today.")));
    }

    private Account fullDay() {
        var account = given.account(seat);
        posted.delivery(seat, account, "Unknown to all", MONDAY.atTime(10, 30), DeliveryState.UNKNOWN);
        posted.delivery(seat, account, "Refused", MONDAY.atTime(10, 40), DeliveryState.FAILED);
        posted.delivery(seat, posted.byHand(seat), "Copy me", MONDAY.atTime(10, 1), DeliveryState.PENDING);
        posted.planned(seat, "Held back", MONDAY.atTime(10, 0).plusMinutes(1), account);
        posted.draft(seat, "A draft");
        Tenant.run(
                seat.brand(), () -> slotting.add(seat, account.id(), List.of(DayOfWeek.TUESDAY), LocalTime.of(9, 0)));
        accessing.lost(seat.brand(), account.id(), new Fault("test.refused", ""));
        clock.set(HandClock.START.plusSeconds(120));
        return account;
    }

    private void shows(Seat who, Matcher<String> what) throws Exception {
        mvc.perform(get(given.at(seat) + "/today").with(given.signedIn(who)))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }
}
