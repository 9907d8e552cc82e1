package dev.parvi.listening;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DeskTest
class NetworksDoorTest {

    @Autowired
    private Given given;

    @Autowired
    private MockMvc mvc;

    @Test
    void the_form_is_made_of_what_networks_offer_and_keeps_what_was_typed_wrong() throws Exception {
        var seat = given.brand();
        var at = given.at(seat) + "/news/sources";
        mvc.perform(get(given.at(seat) + "/news/networks").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "#tapping"));
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing connected can be searched yet")));
        var choice = given.account(seat).id() + ":SEARCH";
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("value=\"" + choice + "\"")));
        mvc.perform(tap(at, choice, "  ").with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("is-invalid")));
        var followed = mvc.perform(tap(at, choice, "kahvi").with(given.signedIn(seat)))
                .andExpect(redirectedUrlPattern(at + "?notice=listening.sources.said.added#source-*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var id = String.valueOf(followed).replaceFirst(".*#source-", "");
        mvc.perform(tap(at, choice, "kahvi").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "/" + id + "?notice=listening.sources.said.known"));
    }

    private static MockHttpServletRequestBuilder tap(String at, String choice, String typed) {
        return post(at + "/network").param("key", choice).param("typed", typed);
    }
}
