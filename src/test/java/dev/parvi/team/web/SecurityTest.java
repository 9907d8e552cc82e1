package dev.parvi.team.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class SecurityTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Test
    void a_page_asked_for_without_sign_in_leads_to_it_and_back() throws Exception {
        mvc.perform(get("/b/x1/posts?tag=coffee"))
                .andExpect(redirectedUrl("/sign-in?then=%2Fb%2Fx1%2Fposts%3Ftag%3Dcoffee"));
        // Who watches whether the desk answers asks without wanting the page.
        mvc.perform(head("/")).andExpect(redirectedUrl("/sign-in?then=%2F"));
    }

    @Test
    void a_part_asked_for_without_sign_in_says_so_and_swaps_nothing() throws Exception {
        mvc.perform(get("/b/x1/posts").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("X-Trouble", "yes"))
                .andExpect(content().string(Matchers.containsString("href=\"/sign-in\"")));
    }

    @Test
    void what_was_typed_before_the_sign_in_ran_out_can_be_sent_again_but_no_password() throws Exception {
        mvc.perform(post("/b/x1/posts")
                        .param("text", "Uutta <kahvia>")
                        .param("password", "salaisuus")
                        .with(given.visitor()))
                .andExpect(status().isUnauthorized())
                .andExpect(content().string(Matchers.containsString("value=\"Uutta &lt;kahvia>\"")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("salaisuus"))));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        mvc.perform(post("/sign-in").param("email", "a@b.fi"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(Matchers.containsString("This form is out of date")));
    }

    @Test
    void every_answer_forbids_what_our_pages_never_do() throws Exception {
        mvc.perform(get("/sign-in").secure(true))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                Matchers.startsWith("default-src 'none'; script-src 'self';")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Permissions-Policy", Matchers.containsString("camera=()")))
                .andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void nobody_gets_a_session_of_the_web_server() throws Exception {
        var request = mvc.perform(get("/sign-in")).andReturn().getRequest();
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void metrics_are_for_this_machine_only() throws Exception {
        mvc.perform(get("/actuator/prometheus")).andExpect(status().isOk());
        mvc.perform(get("/actuator/prometheus").with(request -> {
                    request.setRemoteAddr("203.0.113.7");
                    return request;
                }))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_member_without_a_seat_finds_nothing_and_one_with_a_seat_is_let_in() throws Exception {
        var mine = given.brand();
        var other = given.brand();
        mvc.perform(get(given.at(mine)).with(given.signedIn(other))).andExpect(status().isNotFound());
        mvc.perform(get(given.at(mine)).with(given.signedIn(mine))).andExpect(status().is3xxRedirection());
        mvc.perform(get(given.at(mine) + "/look/1f6f5c.css").with(given.signedIn(mine)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, private, immutable"))
                .andExpect(content().string(Matchers.containsString("--tblr-primary: #1f6f5c;")));
    }
}
