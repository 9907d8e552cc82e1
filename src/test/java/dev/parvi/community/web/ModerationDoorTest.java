package dev.parvi.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.community.Talked.Word;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestTalks;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.ResultActions;

class ModerationDoorTest extends AtInbox {

    TestTalks network;
    Word word;

    @BeforeEach
    void somebody_was_rude() {
        network = TestNetwork.of(account.place()).talks();
        word = says("Anna", "p1", "You are all fools");
    }

    private ResultActions act(Seat as, String act) throws Exception {
        return mvc.perform(
                post(given.at(seat) + "/inbox/" + word.conversation() + "/comments/" + word.comment() + "/moderation")
                        .param("act", act)
                        .with(given.signedIn(as)));
    }

    private String standing() {
        return talked.in(
                seat,
                () -> jdbc.sql("select standing from comment")
                        .query(String.class)
                        .single());
    }

    @ParameterizedTest
    @CsvSource({"HIDE, HIDDEN, UNHIDE", "SPAM, SPAM, NOT_SPAM", "HOLD, HELD, APPROVE"})
    void an_act_is_done_at_the_network_put_on_record_and_taken_back(String act, String standing, String back)
            throws Exception {
        act(seat, act).andExpect(header().string("Location", containsString("did=" + act)));
        assertThat(network.calls()).contains(act + " " + word.heard().id());
        assertThat(standing()).isEqualTo(standing);
        look(seat, "/" + word.conversation()).andExpect(content().string(containsString("value=\"" + back + "\"")));
        mvc.perform(get(given.at(seat) + "/audit").with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Moderated a comment")));
        act(seat, back);
        assertThat(standing()).isEqualTo("SHOWN");
    }

    @Test
    void the_notice_offers_to_take_it_back_where_that_can_be() throws Exception {
        var moderation = "/comments/" + word.comment() + "/moderation";
        var location = act(seat, "HIDE").andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(location.replaceFirst("#.*", "")).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("inbox-acted")))
                .andExpect(content().string(containsString(moderation)))
                .andExpect(content().string(containsString("name=\"act\" value=\"UNHIDE\">")));
        act(seat, "DELETE").andExpect(header().string("Location", containsString("notice=community.moderated.DELETE")));
    }

    @Test
    void a_blocked_speaker_can_be_let_in_again_and_what_they_said_stays() throws Exception {
        act(seat, "BLOCK");
        assertThat(standing()).isEqualTo("SHOWN");
        look(seat, "/" + word.conversation())
                .andExpect(content().string(containsString("value=\"UNBLOCK\"")))
                .andExpect(content().string(not(containsString("value=\"BLOCK\""))));
    }

    @Test
    void an_act_that_the_network_does_not_know_is_refused() throws Exception {
        act(seat, "RESTORE")
                .andExpect(header().string("Location", containsString("trouble=community.moderation.refused")));
        assertThat(network.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"timeout, false, later", "some-rule, false, refused", "gone, true, reauth"})
    void what_the_network_does_not_do_changes_nothing_and_says_what_to_do(String code, boolean reauth, String said)
            throws Exception {
        network.fails(code, reauth);
        act(seat, "HIDE")
                .andExpect(header().string("Location", containsString("trouble=community.moderation." + said)));
        assertThat(standing()).isEqualTo("SHOWN");
        assertThat(count("moderation")).isZero();
    }

    @Test
    void nobody_moderates_without_the_right() throws Exception {
        act(given.colleague(seat, Role.AUTHOR), "HIDE").andExpect(status().isForbidden());
        assertThat(network.calls()).isEmpty();
    }
}
