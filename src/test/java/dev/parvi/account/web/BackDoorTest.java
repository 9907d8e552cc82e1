package dev.parvi.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.account.Accessing;
import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Fault;
import dev.parvi.platform.Tenant;
import dev.parvi.support.AwayNetwork;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in to a network at its own address, and coming back from there. */
@DeskTest
class BackDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Connecting connecting;

    @Autowired
    Accessing accessing;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String server = "https://" + UUID.randomUUID() + ".example";
    private Seat seat;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
    }

    @Test
    void a_member_is_told_where_to_go_and_comes_back_connected() throws Exception {
        var state = sentAway("/networks/testaway");
        comesBack(seat, state, "right").andExpect(redirectedUrlPattern(at("/accounts/*?notice=account.connected")));
        assertThat(accounts(seat)).extracting(Account::network).containsExactly(AwayNetwork.KEY);
    }

    @Test
    void what_the_connector_keeps_meanwhile_lies_sealed() throws Exception {
        sentAway("/networks/testaway");
        var kept = Tenant.in(
                seat.brand(),
                () -> transaction.execute(status ->
                        jdbc.sql("select kept from journey").query(byte[].class).single()));
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("kept for");
    }

    @Test
    void the_way_back_is_good_once() throws Exception {
        var state = sentAway("/networks/testaway");
        comesBack(seat, state, "right");
        comesBack(seat, state, "right").andExpect(redirectedUrl(at("/accounts?trouble=account.back.over")));
        assertThat(accounts(seat)).hasSize(1);
    }

    @Test
    void and_for_an_hour() throws Exception {
        var state = sentAway("/networks/testaway");
        clock.pass(Duration.ofMinutes(61));
        comesBack(seat, state, "right").andExpect(redirectedUrl(at("/accounts?trouble=account.back.over")));
    }

    @Test
    void nobody_else_can_use_it() throws Exception {
        var state = sentAway("/networks/testaway");
        var olli = given.colleague(seat, Role.MANAGER);
        comesBack(olli, state, "right").andExpect(redirectedUrl(at("/accounts?trouble=account.back.over")));
        comesBack(seat, state.substring(0, state.length() - 1) + "-", "right")
                .andExpect(redirectedUrl(at("/accounts?trouble=account.back.over")));
        assertThat(accounts(seat)).isEmpty();
    }

    @Test
    void nor_in_another_brand() throws Exception {
        var state = sentAway("/networks/testaway");
        var other = given.brand();
        mvc.perform(get(given.at(other) + "/accounts/networks/testaway/back?code=right&state=" + state)
                        .with(given.signedIn(other)))
                .andExpect(redirectedUrl(given.at(other) + "/accounts?trouble=account.back.over"));
    }

    @Test
    void a_network_that_says_no_is_told_beside_the_form_to_begin_again() throws Exception {
        var state = sentAway("/networks/testaway");
        comesBack(seat, state, "wrong")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name=\"server\"")))
                .andExpect(content().string(containsString("No such code")));
    }

    @Test
    void an_account_that_was_lost_is_signed_in_to_again() throws Exception {
        comesBack(seat, sentAway("/networks/testaway"), "right");
        var account = accounts(seat).getFirst();
        accessing.lost(seat.brand(), account.id(), new Fault("test", ""));
        assertThat(accounts(seat).getFirst().well()).isFalse();

        comesBack(seat, sentAway("/" + account.id() + "/sign-in"), "right")
                .andExpect(redirectedUrl(at("/accounts/" + account.id() + "?notice=account.connected")));
        assertThat(accounts(seat)).hasSize(1).first().matches(Account::well);
    }

    @Test
    void who_was_signed_out_meanwhile_signs_in_and_goes_on() throws Exception {
        mvc.perform(get("/accounts/back?code=right&state=x.testaway.y"))
                .andExpect(redirectedUrl("/sign-in?then=%2Faccounts%2Fback%3Fcode%3Dright%26state%3Dx.testaway.y"));
    }

    @Test
    void a_state_that_is_none_leads_home() throws Exception {
        mvc.perform(get("/accounts/back?state=//evil.example/x").with(given.signedIn(seat)))
                .andExpect(redirectedUrl("/"));
    }

    /** Answers the state that goes along. */
    private String sentAway(String path) throws Exception {
        var page = mvc.perform(
                        post(at("/accounts") + path).with(given.signedIn(seat)).param("server", server))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("href=\"" + server + "/authorize?back=http%3A%2F%2Flocalhost%3A8080%2Faccounts%2Fback");
        return page.replaceFirst("(?s).*state=([A-Za-z0-9._-]+)\".*", "$1");
    }

    private ResultActions comesBack(Seat who, String state, String code) throws Exception {
        var on = mvc.perform(
                        get("/accounts/back?code=" + code + "&state=" + state).with(given.signedIn(who)))
                .andExpect(redirectedUrl(at("/accounts/networks/testaway/back?code=" + code + "&state=" + state)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return mvc.perform(get(java.net.URI.create(String.valueOf(on))).with(given.signedIn(who)));
    }

    private String at(String path) {
        return given.at(seat) + path;
    }

    private List<Account> accounts(Seat of) {
        return Tenant.in(of.brand(), connecting::open);
    }
}
