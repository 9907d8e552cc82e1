package dev.parvi.publishing.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.platform.TestBrowser;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class AlertsDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Test
    void a_member_chooses_of_what_to_be_told() throws Exception {
        var seat = given.brand();
        var at = given.at(seat) + "/alerts";
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"FAILED\" checked")))
                .andExpect(content().string(containsString("This desk cannot send mail yet")));
        mvc.perform(post(at).param("kind", "LATE", "ACCOUNT").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "?notice=publishing.alerts.saved"));
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("value=\"LATE\" checked")))
                .andExpect(content().string(containsString("value=\"FAILED\">")));
    }

    @Test
    void a_browser_is_kept_and_forgotten() throws Exception {
        var seat = given.brand();
        var at = given.at(seat) + "/alerts";
        try (var browser = new TestBrowser()) {
            var said = post(at + "/subscription").with(given.signedIn(seat));
            browser.said().forEach(said::param);
            mvc.perform(said).andExpect(status().isNoContent());
            mvc.perform(get(at).with(given.signedIn(seat)))
                    .andExpect(content().string(containsString("1 browser of yours shows messages.")));
            mvc.perform(post(at + "/subscription/removal")
                            .param("endpoint", browser.said().get("endpoint"))
                            .with(given.signedIn(seat)))
                    .andExpect(status().isNoContent());
            mvc.perform(get(at).with(given.signedIn(seat)))
                    .andExpect(content().string(containsString("No browser of yours shows messages.")));
        }
    }

    @Test
    void what_no_browser_would_say_is_refused() throws Exception {
        var seat = given.brand();
        for (var endpoint : new String[] {"nonsense", "https://exa mple", "ftp://example.org/x"}) {
            mvc.perform(post(given.at(seat) + "/alerts/subscription")
                            .param("endpoint", endpoint)
                            .param("key", "AAAA")
                            .param("auth", "AAAA")
                            .with(given.signedIn(seat)))
                    .andExpect(status().isUnprocessableContent());
        }
    }
}
