package dev.parvi.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import dev.parvi.account.Account;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.publishing.Planned;
import dev.parvi.shared.VersionId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** What is planned at an account that a person disconnects, and then connects again. */
@DeskTest
@Import(Planned.class)
class DisconnectedTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Planned planned;

    @Autowired
    HandClock clock;

    private Seat seat;
    private Account account;
    private String at;
    private VersionId soon;
    private VersionId later;

    @BeforeEach
    void two_posts_are_planned() {
        seat = given.brand();
        account = given.account(seat);
        at = given.at(seat) + "/accounts/" + account.id();
        soon = planned.plan(seat, account, clock.instant().plus(Duration.ofHours(1)), "soon", "and its second part");
        later = planned.plan(seat, account, clock.instant().plus(Duration.ofHours(5)), "later");
    }

    @Test
    void the_page_says_before_what_will_be_held() throws Exception {
        page().andExpect(content().string(containsString("2 planned posts will be held")));
    }

    @Test
    void nothing_is_said_where_nothing_is_planned() throws Exception {
        var idle = given.account(seat);
        mvc.perform(get(given.at(seat) + "/accounts/" + idle.id()).with(given.signedIn(seat)))
                .andExpect(content().string(not(containsString("will be held"))));
    }

    @Test
    void what_was_planned_waits_and_goes_on_once_the_account_is_connected_again() throws Exception {
        mvc.perform(post(at + "/disconnection").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(given.at(seat) + "/accounts?notice=account.disconnected.held"));
        clock.pass(Duration.ofHours(3));
        planned.turn();
        assertThat(planned.state(seat, soon)).isEqualTo(DeliveryState.DUE);
        assertThat(TestNetwork.of(account.place()).calls()).isEmpty();
        mvc.perform(get(given.at(seat) + "/deliveries/" + planned.delivery(seat, soon))
                        .with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Its account is held back at present")))
                .andExpect(content().string(containsString("href=\"" + at + "\"")));
        page().andExpect(content().string(containsString("2 planned posts are held until you connect it again")));

        mvc.perform(post(at + "/sign-in")
                        .param("handle", account.place())
                        .param("password", "right")
                        .with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "?notice=account.reconnected"));
        planned.turn();
        assertThat(planned.state(seat, soon)).as("late by two hours").isEqualTo(DeliveryState.LATE);
        clock.pass(Duration.ofHours(2));
        planned.turn();
        assertThat(planned.state(seat, later)).isEqualTo(DeliveryState.PUBLISHED);
    }

    private org.springframework.test.web.servlet.ResultActions page() throws Exception {
        return mvc.perform(get(at).with(given.signedIn(seat)));
    }
}
