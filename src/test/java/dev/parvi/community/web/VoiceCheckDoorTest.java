package dev.parvi.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.community.VoiceChecked;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DeskTest
class VoiceCheckDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Test
    void a_warning_is_told_in_words_with_a_box_to_send_it_anyway() throws Exception {
        mvc.perform(typed(given.brand(), "KUUNTELE NYT TARKASTI MITÄ SANON"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("is shouting. Write it in small letters.")))
                .andExpect(content().string(containsString("name=\"voice\"")))
                .andExpect(content().string(not(containsString("checked"))));
    }

    @Test
    void the_tick_stays_while_the_warnings_do() throws Exception {
        var seat = given.brand();
        var page = mvc.perform(typed(seat, "KUUNTELE NYT TARKASTI"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var token = page.replaceAll("(?s).*name=\"voice\" value=\"([^\"]*)\".*", "$1");
        mvc.perform(typed(seat, "KUUNTELE NYT TARKASTI, kiitos.").param("voice", token))
                .andExpect(content().string(containsString("checked")));
        mvc.perform(typed(seat, "KUUNTELE VIELÄ TARKEMMIN").param("voice", token))
                .andExpect(content().string(not(containsString("checked"))));
    }

    @Test
    void an_answer_without_fault_says_nothing() throws Exception {
        mvc.perform(typed(given.brand(), "Avaamme kello 9."))
                .andExpect(content().string(blankOrNullString()));
    }

    @Test
    void what_is_typed_is_shown_as_words_and_nothing_else() throws Exception {
        mvc.perform(typed(given.brand(), "HYVÄÄ IKUISUUTTA <IMG SRC=X ONERROR=ALERT(1)>"))
                .andExpect(content().string(not(containsString("<IMG"))));
    }

    @Test
    void who_may_not_answer_checks_nothing() throws Exception {
        var analyst = given.colleague(given.brand(), Role.ANALYST);
        mvc.perform(typed(analyst, "KUUNTELE NYT TARKASTI")).andExpect(status().isForbidden());
    }

    @Test
    void nothing_found_needs_no_yes() {
        assertThat(new VoiceChecked(List.of(), List.of()).passes("")).isTrue();
    }

    private MockHttpServletRequestBuilder typed(Seat seat, String text) {
        return post(given.at(seat) + "/voice")
                .with(given.signedIn(seat))
                .header("HX-Request", "true")
                .header("Accept-Language", "en")
                .param("text", text);
    }
}
