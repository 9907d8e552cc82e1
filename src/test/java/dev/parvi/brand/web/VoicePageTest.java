package dev.parvi.brand.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DeskTest
class VoicePageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Test
    void a_manager_writes_it_down_and_reads_it_again() throws Exception {
        var seat = given.brand();
        var address = given.at(seat) + "/settings/voice";
        mvc.perform(typed(seat).param("apologies", "2"))
                .andExpect(redirectedUrl(address + "?notice=brand.voice.saved"));
        mvc.perform(get(address).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("halpa = edullinen")))
                .andExpect(content().string(containsString("value=\"FORMAL\" lang=\"fi\" selected")));
    }

    @Test
    void bad_input_says_what_to_do_and_keeps_what_was_typed() throws Exception {
        mvc.perform(typed(given.brand()).param("apologies", "plenty"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Enter a number from 0 to 9.")))
                .andExpect(content().string(containsString("plenty")))
                .andExpect(content().string(containsString("halpa = edullinen")));
    }

    @Test
    void a_moderator_is_told_that_managers_do_that() throws Exception {
        var moderator = given.colleague(given.brand(), Role.MODERATOR);
        mvc.perform(get(given.at(moderator) + "/settings/voice").with(given.signedIn(moderator)))
                .andExpect(status().isForbidden());
        mvc.perform(typed(moderator).param("apologies", "2")).andExpect(status().isForbidden());
    }

    private MockHttpServletRequestBuilder typed(Seat seat) {
        return post(given.at(seat) + "/settings/voice")
                .with(given.signedIn(seat))
                .param("address.fi", "FORMAL")
                .param("avoided", "halpa = edullinen")
                .param("humour", "UNTROUBLED")
                .param("emoji", "FEW")
                .header("Accept-Language", "en");
    }
}
