package dev.parvi.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.account.Accessing;
import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand.Aim;
import dev.parvi.connector.Fault;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DeskTest
class AccountsDoorTest {

    @Autowired
    Given given;

    @Autowired
    Connecting connecting;

    @Autowired
    Accessing accessing;

    @Autowired
    MockMvc mvc;

    Seat seat;
    String base;
    String place;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
        base = given.at(seat) + "/accounts";
        place = "place-" + UUID.randomUUID();
    }

    @Test
    void a_brand_without_account_is_shown_what_it_can_connect() throws Exception {
        ask(get(base))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Connect the first account"), containsString(base + "/networks/test"))));
    }

    @Test
    void the_form_asks_what_the_network_asks() throws Exception {
        ask(get(base + "/networks/test"))
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"handle\" type=\"text\""),
                                containsString("name=\"password\" type=\"password\""))));
    }

    @Test
    void what_is_typed_connects_the_account() throws Exception {
        ask(post(base + "/networks/test").param("handle", place).param("password", "right"))
                .andExpect(redirectedUrl(base + "?notice=account.connected"));
        ask(get(base)).andExpect(content().string(containsString("@" + place)));
    }

    @Test
    void a_refused_sign_in_says_why_and_keeps_what_was_typed_but_the_secret() throws Exception {
        ask(post(base + "/networks/test").param("handle", place).param("password", TestNetwork.WRONG))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("The network did not take this handle and password."),
                                containsString("value=\"" + place + "\""),
                                not(containsString("value=\"wrong\"")))));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_lost_account_says_what_to_do_and_is_well_after_signing_in_again() throws Exception {
        var account = lost();
        ask(get(base))
                .andExpect(content().string(containsString("The network did not take this handle and password.")));
        ask(post(base + "/" + account.id() + "/sign-in")
                        .param("handle", account.place())
                        .param("password", "right"))
                .andExpect(redirectedUrl(base + "/" + account.id() + "?notice=account.reconnected"));
        assertThat(open()).allMatch(Account::well);
    }

    @Test
    void signing_in_again_to_another_account_is_refused_beside_the_form() throws Exception {
        var account = lost();
        ask(post(base + "/" + account.id() + "/sign-in").param("handle", place).param("password", "right"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("That is another account: @" + place)));
    }

    @Test
    void disconnecting_takes_it_off_the_list() throws Exception {
        var account = given.account(seat);
        ask(post(base + "/" + account.id() + "/disconnection"))
                .andExpect(redirectedUrl(base + "?notice=account.disconnected"));
        ask(get(base)).andExpect(content().string(not(containsString(account.name()))));
        ask(get(base + "/" + account.id())).andExpect(status().isOk());
    }

    @Test
    void what_an_account_is_for_can_be_chosen_and_cleared() throws Exception {
        var account = given.account(seat);
        ask(post(base + "/" + account.id() + "/aims").param("aim", "SALES", "IMAGE"))
                .andExpect(status().is3xxRedirection());
        assertThat(open().getFirst().aims()).containsExactlyInAnyOrder(Aim.SALES, Aim.IMAGE);
        ask(post(base + "/" + account.id() + "/aims")).andExpect(status().is3xxRedirection());
        assertThat(open().getFirst().aims()).isEmpty();
    }

    @Test
    void who_does_not_manage_sees_accounts_but_no_form() throws Exception {
        var account = given.account(seat);
        var author = given.colleague(seat, Role.AUTHOR);
        mvc.perform(get(base).with(given.signedIn(author)))
                .andExpect(content().string(allOf(containsString(account.name()), not(containsString("/networks/")))));
        mvc.perform(get(base + "/networks/test").with(given.signedIn(author))).andExpect(status().isForbidden());
    }

    @Test
    void an_account_or_a_network_that_is_not_there_is_not_found() throws Exception {
        var foreign = given.account(given.brand());
        ask(get(base + "/" + foreign.id())).andExpect(status().isNotFound());
        ask(get(base + "/networks/nowhere")).andExpect(status().isNotFound());
    }

    private Account lost() {
        var account = given.account(seat);
        accessing.lost(seat.brand(), account.id(), new Fault("test.refused", ""));
        return account;
    }

    private List<Account> open() {
        return Tenant.in(seat.brand(), connecting::open);
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(given.signedIn(seat)));
    }
}
