package dev.parvi.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.team.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxDoorTest extends AtInbox {

    @Test
    void the_list_says_who_said_what_and_the_rule_by_which_it_is_sorted() throws Exception {
        says("Anna", "p1", "Where is my <order>?");
        look(seat, "")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Anna")))
                .andExpect(content().string(containsString("Where is my &lt;order&gt;?")))
                .andExpect(content().string(containsString("First what can’t wait")));
    }

    @Test
    void a_conversation_shows_all_of_it_and_nobody_elses() throws Exception {
        var one = says("Anna", "p1", "First words");
        talked.says(seat, account, "Bert", "p1", one, "An answer to that", clock.instant());
        says("Carl", "p2", "Elsewhere");
        look(seat, "/" + one.conversation())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("An answer to that")));
        mvc.perform(get(given.at(seat) + "/inbox/" + one.conversation())
                        .header("HX-Target", "lines")
                        .with(given.signedIn(seat)))
                .andExpect(content().string(containsString("First words")))
                .andExpect(content().string(not(containsString("Elsewhere"))));
        look(seat, "/999999999").andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"done, DONE", "snooze, SNOOZED"})
    void many_are_handled_at_once_and_all_of_it_undone(String act, String state) throws Exception {
        var one = says("Anna", "p1", "Hello");
        var two = says("Bert", "p2", "Hello too");
        var location = mvc.perform(post(given.at(seat) + "/inbox/acts")
                        .param(
                                "c",
                                one.conversation().toString(),
                                two.conversation().toString())
                        .param("act", act)
                        .param("until", "tomorrow")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("acted=" + act + ".2")))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(states()).isEqualTo(state + "," + state);
        var number = location.replaceAll(".*[?&]act=(\\d+).*", "$1");
        mvc.perform(post(given.at(seat) + "/inbox/acts/" + number + "/undo").with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.acts.undone")));
        assertThat(states()).isEqualTo("OPEN,OPEN");
        mvc.perform(post(given.at(seat) + "/inbox/acts/" + number + "/undo").with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("trouble=community.acts.gone")));
    }

    private String states() {
        return talked.in(
                seat,
                () -> jdbc.sql("select string_agg(state, ',') from conversation")
                        .query(String.class)
                        .single());
    }

    @Test
    void a_time_that_is_none_is_refused() throws Exception {
        var one = says("Anna", "p1", "Hello");
        mvc.perform(post(given.at(seat) + "/inbox/acts")
                        .param("c", one.conversation().toString())
                        .param("act", "snooze")
                        .param("until", "whenever")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("trouble=community.acts.until")));
        assertThat(states()).isEqualTo("OPEN");
    }

    @Test
    void a_note_calls_a_colleague_until_they_have_seen_it() throws Exception {
        var word = says("Anna", "p1", "Hello");
        var olli = given.colleague(seat, Role.MODERATOR);
        mvc.perform(post(given.at(seat) + "/inbox/" + word.conversation() + "/notes")
                        .param("text", "@olli could you look?")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.notes.kept")));
        assertThat(count("note_mention where seen_at is null")).isEqualTo(1);
        look(olli, "/" + word.conversation()).andExpect(content().string(containsString("@olli could you look?")));
        assertThat(count("note_mention where seen_at is null")).isZero();
    }

    @Test
    void who_may_only_look_sees_it_and_no_buttons() throws Exception {
        var word = says("Anna", "p1", "Hello");
        var analyst = given.colleague(seat, Role.ANALYST);
        look(analyst, "/" + word.conversation())
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"answer-text\""))))
                .andExpect(content().string(not(containsString("name=\"act\""))));
        answer(analyst, word, "Hi", UUID.randomUUID()).andExpect(status().isForbidden());
    }

    @Test
    void a_view_is_kept_and_shown_to_everybody() throws Exception {
        says("Anna", "p1", "Hello");
        mvc.perform(post(given.at(seat) + "/inbox/views?view=open&mark=QUESTION")
                        .param("name", "Open questions")
                        .param("everybodys", "true")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.view.kept")));
        look(given.colleague(seat, Role.MODERATOR), "")
                .andExpect(content().string(containsString("mark=QUESTION&amp;view=open")))
                .andExpect(content().string(containsString("Open questions")));
    }

    @Test
    void filters_narrow_and_say_how_many_are_left() throws Exception {
        says("Anna", "p1", "Hello there, what a fine day");
        says("Bert", "p2", "Kahvi on hyvää");
        look(seat, "?view=open&q=kahvi")
                .andExpect(content().string(containsString("Kahvi on hyv")))
                .andExpect(content().string(not(containsString("fine day"))));
        look(seat, "?view=open&account=abc&mark=NONE&mood=x&assignee=1x")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("fine day")));
        look(seat, "?view=open&unanswered=yes&ours=yes").andExpect(status().isOk());
    }

    @Test
    void a_saved_reply_is_offered_in_the_language_of_the_comment_with_its_variables() throws Exception {
        mvc.perform(post(given.at(seat) + "/inbox/replies/0")
                        .param("name", "Opening hours")
                        .param("text.fi", "Hei {name}, olemme auki yhdeksästä.")
                        .param("text.en", "Hello {name}, we open at nine.")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.replies.kept")));
        var word = says("Anna", "p1", "When do you open in the morning, and is there parking near the shop?");
        look(seat, "/" + word.conversation())
                .andExpect(content().string(containsString("Hello Anna, we open at nine.")));
        mvc.perform(post(given.at(seat) + "/inbox/replies/0")
                        .param("name", "")
                        .param("text.en", "Kept as typed")
                        .with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Kept as typed")));
    }

    @Test
    void a_promise_is_kept_by_managers_and_makes_sense() throws Exception {
        says("Anna", "p1", "When do you open?");
        mvc.perform(post(given.at(seat) + "/inbox/settings/promises")
                        .param("time", "2")
                        .param("unit", "hours")
                        .param("mark", "QUESTION")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.promise.kept")));
        assertThat(talked.in(
                        seat,
                        () -> jdbc.sql(
                                        "select promised_by = waiting_since + interval '2 hours' from conversation where open_marks & 1 <> 0")
                                .query(Boolean.class)
                                .single()))
                .isTrue();
        mvc.perform(post(given.at(seat) + "/inbox/settings/promises")
                        .param("time", "soon")
                        .with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"soon\"")));
        mvc.perform(post(given.at(seat) + "/inbox/settings/promises")
                        .param("time", "2")
                        .with(given.signedIn(given.colleague(seat, Role.MODERATOR))))
                .andExpect(status().isForbidden());
    }
}
