package dev.parvi.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.TestNetwork;
import dev.parvi.team.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerDoorTest extends AtInbox {

    @Test
    void an_answer_goes_through_the_ledger_once_however_often_its_form_comes() throws Exception {
        var word = says("Anna", "p1", "When do you open?");
        var key = UUID.randomUUID();
        answer(seat, word, "At nine.", key).andExpect(status().is3xxRedirection());
        answer(seat, word, "At nine.", key).andExpect(status().is3xxRedirection());
        look(seat, "/" + word.conversation())
                .andExpect(content().string(containsString("At nine.")))
                .andExpect(content().string(containsString("planned")));
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly("At nine.");
        look(seat, "/" + word.conversation()).andExpect(content().string(containsString("published")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void an_empty_answer_is_refused_with_a_reason(String text) throws Exception {
        var word = says("Anna", "p1", "When do you open?");
        answer(seat, word, text, UUID.randomUUID())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Write something first")));
    }

    @Test
    void an_answer_that_is_too_long_stays_typed() throws Exception {
        var word = says("Anna", "p1", "When do you open?");
        answer(seat, word, "at nine ".repeat(90_000), UUID.randomUUID())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("longer than the network takes")))
                .andExpect(content().string(containsString("at nine at nine")));
        assertThat(count("own_answer")).isZero();
    }

    @Test
    void a_second_person_lets_it_go_and_its_writer_cannot() throws Exception {
        mvc.perform(post(given.at(seat) + "/inbox/settings/second")
                .param("needed", "true")
                .with(given.signedIn(seat)));
        var word = says("Anna", "p1", "When do you open?");
        answer(seat, word, "At nine.", UUID.randomUUID());
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).isEmpty();
        var id = talked.in(
                seat,
                () -> jdbc.sql("select id from own_answer").query(Long.class).single());
        var approval = given.at(seat) + "/inbox/answers/" + id + "/approval";
        mvc.perform(post(approval).with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("trouble=community.answer.cannot.OWN")));
        mvc.perform(post(approval).with(given.signedIn(given.colleague(seat, Role.ANALYST))))
                .andExpect(status().isForbidden());
        mvc.perform(post(approval).with(given.signedIn(given.colleague(seat, Role.APPROVER))))
                .andExpect(header().string("Location", containsString("notice=community.answer.HANDED")));
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly("At nine.");
    }

    @Test
    void an_answer_is_taken_back_before_it_goes_and_found_as_a_draft() throws Exception {
        var word = says("Anna", "p1", "When do you open?");
        answer(seat, word, "At ten, I think.", UUID.randomUUID());
        var id = talked.in(
                seat,
                () -> jdbc.sql("select id from own_answer").query(Long.class).single());
        mvc.perform(post(given.at(seat) + "/inbox/answers/" + id + "/withdrawal")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.answer.WITHDRAWN")));
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).isEmpty();
        look(seat, "/" + word.conversation())
                .andExpect(content().string(containsString("At ten, I think.</textarea>")));
    }

    @Test
    void what_is_typed_is_kept_counted_and_drawn_and_the_others_see_who_types() throws Exception {
        var word = says("Anna", "p1", "Hello");
        mvc.perform(post(given.at(seat) + "/inbox/" + word.conversation() + "/draft")
                        .param("comment", word.comment().toString())
                        .param("text", "Good mor")
                        .with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<b data-count>8</b>")));
        var olli = given.colleague(seat, Role.MODERATOR);
        look(olli, "/" + word.conversation()).andExpect(content().string(containsString("Maija is writing an answer")));
        look(olli, "").andExpect(content().string(containsString("Maija is writing an answer")));
        look(seat, "/" + word.conversation()).andExpect(content().string(containsString("Good mor</textarea>")));
        clock.pass(Duration.ofMinutes(1));
        look(olli, "/" + word.conversation())
                .andExpect(content().string(not(containsString("Maija is writing an answer"))));
    }
}
