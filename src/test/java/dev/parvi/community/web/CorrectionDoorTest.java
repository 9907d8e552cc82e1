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
import dev.parvi.team.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

class CorrectionDoorTest extends AtInbox {

    private String form(Word word) {
        return given.at(seat) + "/inbox/" + word.conversation() + "/comments/" + word.comment() + "/correction";
    }

    private ResultActions correct(Word word, String... marks) throws Exception {
        return mvc.perform(post(form(word))
                .param("said.mood", "NEGATIVE")
                .param("said.mark", marks)
                .with(given.signedIn(seat)));
    }

    private List<Map<String, Object>> rows(String sql) {
        return talked.in(seat, () -> jdbc.sql(sql).query().listOfRows());
    }

    private static String act(ResultActions done) {
        return done.andReturn().getResponse().getHeader("Location").replaceAll(".*taught=([0-9a-f-]{36})\\..*", "$1");
    }

    @Test
    void the_form_says_how_it_was_understood_alone_where_the_page_asks_for_it() throws Exception {
        var word = says("Anna", "p1", "When do you open tomorrow?");
        mvc.perform(get(form(word)).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html")))
                .andExpect(content().string(containsString("value=\"QUESTION\" checked")));
        mvc.perform(get(form(word))
                        .header("HX-Target", "correct-" + word.comment())
                        .with(given.signedIn(seat)))
                .andExpect(content().string(not(containsString("<html"))));
        mvc.perform(get(form(word) + "?x").with(given.signedIn(given.colleague(seat, Role.AUTHOR))))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_correction_shows_who_made_it_with_an_undo_and_is_gone_after_that() throws Exception {
        var word = says("Anna", "p1", "The blue one again");
        var act = act(correct(word, "COMPLAINT", "SPAM").andExpect(status().is3xxRedirection()));
        assertThat(rows("select mood, marks_there, marks_not from correction"))
                .containsExactly(Map.of("mood", -1, "marks_there", 18, "marks_not", 0));
        assertThat(rows("select marks from verdict")).containsExactly(Map.of("marks", 18));
        look(seat, "/" + word.conversation() + "?taught=" + act + ".1")
                .andExpect(content().string(containsString("Maija corrected this")))
                .andExpect(content().string(containsString("Corrected. It counts at once here")))
                .andExpect(content().string(containsString("/inbox/corrections/" + act + "/undo")));

        mvc.perform(post(given.at(seat) + "/inbox/corrections/" + act + "/undo")
                        .param("in", word.conversation().toString())
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.taught.undone")));
        mvc.perform(post(given.at(seat) + "/inbox/corrections/" + act + "/undo")
                        .param("from", "lessons")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("/inbox/lessons?trouble=community.acts.gone")));
        assertThat(rows("select marks from verdict")).containsExactly(Map.of("marks", 0));
        look(seat, "/" + word.conversation()).andExpect(content().string(not(containsString("corrected this"))));
    }

    @Test
    void a_form_in_which_nothing_was_changed_keeps_nothing_unless_it_was_drawn() throws Exception {
        var word = says("Anna", "p1", "I am angry and this is terrible");
        correct(word).andExpect(header().string("Location", containsString("notice=community.taught.same")));
        assertThat(rows("select 1 from correction")).isEmpty();
        mvc.perform(post(form(word))
                        .param("said.mood", "NEGATIVE")
                        .param("drawn", "true")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("/inbox/lessons?taught=")));
        assertThat(rows("select 1 from lesson")).as("nothing to learn").isEmpty();
        assertThat(rows("select drawn, mood from correction"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("drawn", true).containsEntry("mood", null));
    }

    @Test
    void what_is_no_mood_and_no_mark_is_refused_and_a_language_that_is_none_is_left() throws Exception {
        var word = says("Anna", "p1", "The blue one again");
        mvc.perform(post(form(word)).param("said.mood", "ANGRY").with(given.signedIn(seat)))
                .andExpect(status().isBadRequest());
        mvc.perform(post(form(word)).param("said.mark", "RED").with(given.signedIn(seat)))
                .andExpect(status().isBadRequest());
        mvc.perform(post(form(word)).param("said.language", "<b>").with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.taught.same")));
        mvc.perform(post(form(word).replace("comments/" + word.comment(), "comments/1"))
                        .with(given.signedIn(seat)))
                .andExpect(status().isNotFound());
    }

    @Test
    void many_are_marked_at_once_by_their_newest_words_and_all_of_it_undone() throws Exception {
        var one = says("Anna", "p1", "Look at my page");
        var older = says("Bert", "p2", "Older words");
        talked.says(seat, account, "Carl", "p2", older, "Look at my page", clock.instant());
        var done = mvc.perform(post(given.at(seat) + "/inbox/corrections?view=open&mark=QUESTION")
                        .param(
                                "c",
                                one.conversation().toString(),
                                older.conversation().toString())
                        .param("as", "SPAM")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("view=open&mark=QUESTION&taught=")));
        assertThat(rows("select text from correction order by id"))
                .extracting("text")
                .containsOnly("Look at my page")
                .hasSize(2);
        assertThat(rows("select 1 from conversation where marks & 16 <> 0")).hasSize(2);
        mvc.perform(post(given.at(seat) + "/inbox/corrections")
                        .param("c", one.conversation().toString())
                        .param("as", "SPAM")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.taught.all")));

        mvc.perform(post(given.at(seat) + "/inbox/corrections/" + act(done) + "/undo")
                .with(given.signedIn(seat)));
        assertThat(rows("select 1 from conversation where marks & 16 <> 0")).isEmpty();
        mvc.perform(post(given.at(seat) + "/inbox/corrections")
                        .param("as", "SPAM")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("trouble=community.acts.none")));
    }

    @Test
    void the_page_lists_what_was_taught_and_says_its_formula_to_moderators() throws Exception {
        var word = says("Anna", "p1", "The <blue> one again");
        says("Bert", "p2", "Another one");
        correct(word, "COMPLAINT");
        look(given.colleague(seat, Role.MODERATOR), "/lessons")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The &lt;blue&gt; one again")))
                .andExpect(content().string(containsString("Negative, Complaint")))
                .andExpect(content().string(containsString("Share = comments about which")))
                .andExpect(content().string(containsString("1 of 2 comments of these 30 days was corrected")))
                .andExpect(content().string(containsString("Another one")))
                .andExpect(content().string(containsString("Being learned now")));
        look(given.colleague(seat, Role.ANALYST), "/lessons").andExpect(status().isForbidden());
        look(seat, "/lessons?before=1&taught=" + UUID.randomUUID() + ".x").andExpect(status().isOk());
    }

    @Test
    void who_may_only_look_is_offered_no_correction() throws Exception {
        var word = says("Anna", "p1", "The blue one again");
        look(given.colleague(seat, Role.ANALYST), "/" + word.conversation())
                .andExpect(content().string(not(containsString("/correction"))));
        look(seat, "/" + word.conversation()).andExpect(content().string(containsString("/correction")));
    }
}
