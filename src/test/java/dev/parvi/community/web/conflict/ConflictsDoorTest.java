package dev.parvi.community.web.conflict;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.community.Talked.Word;
import dev.parvi.community.web.AtInbox;
import dev.parvi.team.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.ResultActions;

class ConflictsDoorTest extends AtInbox {

    private Word says(String who, String text) {
        clock.pass(Duration.ofMinutes(1));
        return talked.says(seat, account, who, "post", null, text, clock.instant());
    }

    /** Proposed, and its conversation. */
    private Word quarrel() {
        says("Anna", "Third week without my parcel. You are liars.");
        return says("Bert", "They took my money too. Thieves, I go to the police.");
    }

    private long number() {
        return talked.in(
                seat,
                () -> jdbc.sql("select max(id) from conflict_case where brand_id = current_brand()")
                        .query(Long.class)
                        .single());
    }

    private ResultActions look(String path) throws Exception {
        return mvc.perform(get(given.at(seat) + path).with(given.signedIn(seat)));
    }

    private ResultActions send(String path, String... typed) throws Exception {
        var sent = post(given.at(seat) + path);
        for (var n = 0; n < typed.length; n += 2) {
            sent.param(typed[n], typed[n + 1]);
        }
        return mvc.perform(sent.with(given.signedIn(seat)));
    }

    private String open() throws Exception {
        quarrel();
        var at = "/conflicts/" + number();
        send(at + "/acceptance").andExpect(redirectedUrl(given.at(seat) + at + "?notice=community.conflict.opened"));
        return at;
    }

    @Test
    void a_proposal_stands_with_its_reason_beside_the_conversation_in_the_list_and_on_today() throws Exception {
        var word = quarrel();
        for (var path : new String[] {"/inbox/" + word.conversation(), "/conflicts", "/conflicts/" + number()}) {
            look(path)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("by 2 people, within a minute")));
        }
        look("/inbox").andExpect(content().string(containsString("is-CONFLICT")));
        look("/today").andExpect(content().string(containsString("Is this a conflict?")));
    }

    @Test
    void the_list_says_by_which_rule_it_is_noticed_and_that_there_is_too_little_for_a_figure() throws Exception {
        look("/conflicts")
                .andExpect(content().string(containsString("From 5 points on")))
                .andExpect(content().string(containsString("too little to tell")))
                .andExpect(content().string(containsString("Figure = (6 × how it ended + 4 × who came back) ÷ 10")));
    }

    @Test
    void who_says_that_it_is_none_is_back_in_the_conversation() throws Exception {
        var word = quarrel();
        send("/conflicts/" + number() + "/refusal")
                .andExpect(redirectedUrl(
                        given.at(seat) + "/inbox/" + word.conversation() + "?notice=community.conflict.declined"));
        look("/inbox/" + word.conversation())
                .andExpect(content().string(not(containsString("This looks like a conflict"))));
    }

    @Test
    void a_conversation_is_made_a_case_by_its_button() throws Exception {
        var word = says("Anna", "Where is my order?");
        look("/inbox/" + word.conversation())
                .andExpect(content()
                        .string(containsString(
                                "formaction=\"" + given.at(seat) + "/inbox/" + word.conversation() + "/conflict\"")));
        send("/inbox/" + word.conversation() + "/conflict")
                .andExpect(
                        redirectedUrl(given.at(seat) + "/conflicts/" + number() + "?notice=community.conflict.opened"));
    }

    @ParameterizedTest
    @CsvSource({
        "/facts, fact, '', Write the fact first.",
        "/promise, promise, '', Write what was promised.",
        "/promise, by, 2020-01-01T10:00, That time has passed",
        "/promise, by, nonsense, That time has passed",
        "/outcome, outcome, LOST, Say in a few words what was done",
        "/outcome, words, 'Called <them>', Choose how it ended.",
    })
    void what_is_wrong_is_told_beside_its_field_and_what_was_typed_stays(
            String path, String field, String value, String told) throws Exception {
        var at = open();
        var promise = path.equals("/promise") && field.equals("by") ? "Money <back>" : "";
        send(at + path, field, value, field.equals("by") ? "promise" : "other", promise)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(told)))
                .andExpect(content()
                        .string(containsString(promise.replace("<", "&lt;").replace(">", "&gt;"))));
    }

    @Test
    void too_long_a_description_is_refused_and_stays() throws Exception {
        var at = open();
        send(at + "/description", "severity", "MILD", "about", "x".repeat(2_001))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("x".repeat(2_001))));
    }

    @Test
    void a_severity_that_is_none_changes_nothing() throws Exception {
        send(open() + "/description", "severity", "DEADLY").andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acceptance", "look-back", "reopening", "promise/kept"})
    void who_comes_too_late_is_told(String act) throws Exception {
        var at = open();
        send(at + "/" + act).andExpect(redirectedUrl(given.at(seat) + at + "?trouble=community.conflict.moved"));
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        look("/conflicts/999999999").andExpect(status().isNotFound());
        send("/conflicts/999999999/acceptance").andExpect(status().isNotFound());
        send("/inbox/999999999/conflict").andExpect(status().isNotFound());
    }

    @Test
    void who_may_only_look_sees_no_buttons_and_is_refused() throws Exception {
        var at = open();
        var analyst = given.colleague(seat, Role.ANALYST);
        mvc.perform(get(given.at(seat) + at).with(given.signedIn(analyst)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("End the case"))));
        mvc.perform(post(given.at(seat) + at + "/refusal").with(given.signedIn(analyst)))
                .andExpect(status().isForbidden());
    }

    @Test
    void what_members_write_is_never_markup() throws Exception {
        var at = open();
        send(at + "/facts", "fact", "<script>alert(1)</script>");
        send(at + "/description", "severity", "GRAVE", "about", "<img src=x onerror=alert(1)>");
        for (var path : new String[] {at, "/conflicts", "/today"}) {
            look(path)
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(not(containsString("<img src=x"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "ru"})
    void the_pages_are_there_in_each_language(String language) throws Exception {
        var at = open();
        for (var path : new String[] {at, "/conflicts", "/today"}) {
            mvc.perform(get(given.at(seat) + path)
                            .header("Accept-Language", language)
                            .with(given.signedIn(seat)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("community.conflict"))))
                    .andExpect(content().string(not(containsString("community.reputation"))));
        }
    }
}
