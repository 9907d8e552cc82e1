package dev.parvi.community.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.community.Talked.Word;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class RulesDoorTest extends AtInbox {

    private String rules;

    @BeforeEach
    void begin() {
        rules = given.at(seat) + "/inbox/rules";
    }

    private long id(String table) {
        return talked.in(
                seat,
                () -> jdbc.sql("select id from " + table).query(Long.class).single());
    }

    private ResultActions make(String... typed) throws Exception {
        var sent = post(rules).param("name", "Casino");
        for (var n = 0; n < typed.length; n += 2) {
            sent.param(typed[n], typed[n + 1]);
        }
        return mvc.perform(sent.with(given.signedIn(seat)));
    }

    /** What a rule proposes about what somebody says, and how it's accepted. */
    private MockHttpServletRequestBuilder proposed() throws Exception {
        make("words", "casino");
        var word = says("Come to the casino");
        return post(rules + "/proposals/" + id("rule_hit") + "/acceptance")
                .param("in", word.conversation().toString())
                .with(given.signedIn(seat));
    }

    private Word says(String text) {
        return talked.says(seat, account, "Anna", "p1", null, text, clock.instant());
    }

    @Test
    void a_rule_is_made_shown_and_dropped() throws Exception {
        make("words", "casino*\n\nroulette", "what", "SPAM")
                .andExpect(header().string("Location", containsString("notice=community.rules.made")));
        mvc.perform(get(rules).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("casino* · roulette")));
        var id = id("moderation_rule");
        mvc.perform(post(rules + "/" + id + "/removal").with(given.signedIn(seat)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(rules).with(given.signedIn(seat)))
                .andExpect(content().string(not(containsString("casino* · roulette"))));
        mvc.perform(get(given.at(seat) + "/audit").with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Made a rule of moderation")))
                .andExpect(content().string(containsString("Dropped a rule of moderation")));
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_is_still_there() throws Exception {
        make("links", "many")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("whole number up to 20")));
        make().andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("at least one condition")));
        make("words", "casino\n\uD83C\uDFB0")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("signs alone are found nowhere")));
        make("words", "casino", "account", "999999999")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("connected any more: choose another")));
    }

    @Test
    void a_trial_without_a_name_tells_what_else_is_wrong() throws Exception {
        mvc.perform(post(rules + "/trial").param("links", "many").with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("whole number up to 20")));
    }

    @Test
    void who_has_a_hundred_rules_is_told_to_drop_one() throws Exception {
        talked.in(seat, () -> jdbc.sql("""
                insert into moderation_rule (brand_id, name, words, links, days, what, made_by, made_at)
                select current_brand(), 'r' || n, 'w' || n, 0, 0, 'SPAM', :by, now() from generate_series(1, 100) n
                """).param("by", seat.member().value()).update());
        make("words", "casino")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There are 100 rules already: drop one")));
    }

    @Test
    void a_trial_keeps_what_was_typed_and_says_what_it_would_have_found() throws Exception {
        says("Come to the casino <b>");
        mvc.perform(post(rules + "/trial").param("words", "casino").with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("it would have found 1")))
                .andExpect(content().string(containsString("Come to the casino &lt;b")));
    }

    @Test
    void what_a_rule_proposes_stands_in_the_conversation_with_both_buttons() throws Exception {
        make("words", "casino");
        var word = says("Come to the casino");
        var talk = given.at(seat) + "/inbox/" + word.conversation();
        mvc.perform(get(talk).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("The rule “Casino” proposes: Hide")));
        var id = id("rule_hit");
        TestNetwork.of(account.place()).talks().fails("some-rule", false);
        var accept = post(rules + "/proposals/" + id + "/acceptance")
                .param("in", word.conversation().toString())
                .with(given.signedIn(seat));
        mvc.perform(accept)
                .andExpect(header().string("Location", containsString("trouble=community.moderation.refused")));
        mvc.perform(accept).andExpect(header().string("Location", containsString("notice=community.rules.accepted")));
        mvc.perform(accept).andExpect(header().string("Location", containsString("trouble=community.rules.gone")));
        mvc.perform(get(talk).with(given.signedIn(seat)))
                .andExpect(content().string(not(containsString("The rule “Casino” proposes"))));
    }

    @ParameterizedTest
    @CsvSource({"timeout, false, later", "some-rule, false, refused", "gone, true, reauth"})
    void what_the_network_does_not_do_says_what_to_do(String code, boolean reauth, String said) throws Exception {
        var accept = proposed();
        TestNetwork.of(account.place()).talks().fails(code, reauth);
        mvc.perform(accept)
                .andExpect(header().string("Location", containsString("trouble=community.moderation." + said)));
    }

    @Test
    void who_declines_what_was_decided_meanwhile_is_told() throws Exception {
        mvc.perform(proposed());
        mvc.perform(post(rules + "/proposals/" + id("rule_hit") + "/refusal").with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("trouble=community.rules.gone")));
    }

    @Test
    void a_moderator_sees_rules_and_makes_none_and_an_author_does_not_see_them() throws Exception {
        mvc.perform(get(rules).with(given.signedIn(given.colleague(seat, Role.MODERATOR))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"r-name\""))));
        mvc.perform(get(rules).with(given.signedIn(given.colleague(seat, Role.AUTHOR))))
                .andExpect(status().isForbidden());
    }
}
