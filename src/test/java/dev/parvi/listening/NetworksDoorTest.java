package dev.parvi.listening;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class NetworksDoorTest {

    @Autowired
    private Given given;

    @Autowired
    private MockMvc mvc;

    @Test
    void the_form_is_made_of_what_networks_offer_and_keeps_what_was_typed_wrong() throws Exception {
        var seat = given.brand();
        var at = given.at(seat) + "/news/networks";
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("empty-note")));
        var choice = given.account(seat).id() + ":SEARCH";
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("value=\"" + choice + "\"")));
        mvc.perform(post(at).param("choice", choice).param("typed", "  ").with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("is-invalid")));
        mvc.perform(post(at).param("choice", choice).param("typed", "kahvi").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "?notice=listening.networks.added"));
        mvc.perform(post(at).param("choice", choice).param("typed", "kahvi").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "?notice=listening.networks.known"));
    }
}
