package dev.parvi.community.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.account.Account;
import dev.parvi.community.Talked;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
@Import(Talked.class)
class RulesDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    Seat seat;
    Account account;
    String rules;

    @BeforeEach
    void begin() {
        seat = given.brand();
        account = given.account(seat);
        rules = given.at(seat) + "/inbox/rules";
    }

    @Test
    void a_rule_is_made_shown_and_dropped() throws Exception {
        mvc.perform(post(rules)
                        .param("name", "Casino")
                        .param("words", "casino*\n\nroulette")
                        .param("what", "SPAM")
                        .with(given.signedIn(seat)))
                .andExpect(header().string("Location", containsString("notice=community.rules.made")));
        mvc.perform(get(rules).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("casino* · roulette")));
        var id = talked.in(
                seat,
                () -> jdbc.sql("select id from moderation_rule")
                        .query(Long.class)
                        .single());
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
        mvc.perform(post(rules).param("name", "Casino").param("links", "many").with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("whole number up to 20")));
        mvc.perform(post(rules).param("name", "Casino").with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("at least one condition")));
    }

    @Test
    void a_trial_keeps_what_was_typed_and_says_what_it_would_have_found() throws Exception {
        talked.says(seat, account, "Anna", "p1", null, "Come to the casino <b>", clock.instant());
        mvc.perform(post(rules + "/trial").param("words", "casino").with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("it would have found 1")))
                .andExpect(content().string(containsString("Come to the casino &lt;b")));
    }

    @Test
    void what_a_rule_proposes_stands_in_the_conversation_with_both_buttons() throws Exception {
        mvc.perform(post(rules).param("name", "Casino").param("words", "casino").with(given.signedIn(seat)));
        var word = talked.says(seat, account, "Anna", "p1", null, "Come to the casino", clock.instant());
        var talk = given.at(seat) + "/inbox/" + word.conversation();
        mvc.perform(get(talk).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("The rule “Casino” proposes: Hide")));
        var id = talked.in(
                seat,
                () -> jdbc.sql("select id from rule_hit").query(Long.class).single());
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

    @Test
    void a_moderator_sees_rules_and_makes_none_and_an_author_does_not_see_them() throws Exception {
        mvc.perform(get(rules).with(given.signedIn(given.colleague(seat, Role.MODERATOR))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"r-name\""))));
        mvc.perform(get(rules).with(given.signedIn(given.colleague(seat, Role.AUTHOR))))
                .andExpect(status().isForbidden());
    }
}
