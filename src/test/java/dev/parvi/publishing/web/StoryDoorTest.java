package dev.parvi.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.account.Account;
import dev.parvi.connector.Fault;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.publishing.Planned;
import dev.parvi.shared.VersionId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPlace;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
@Import(Planned.class)
class StoryDoorTest {

    private static final Fault FAULT = new Fault("test", "Too &long");

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Planned planned;

    Seat seat;
    Account account;
    TestPlace place;

    @BeforeEach
    void a_brand_with_an_account() {
        seat = given.brand();
        account = given.account(seat);
        place = TestNetwork.of(account.place());
    }

    @Test
    void the_ledger_lists_what_went_and_leads_to_each_story() throws Exception {
        var version = plan("Uusi erä");
        planned.turn();
        mvc.perform(get(given.at(seat) + "/deliveries").with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Uusi erä")))
                .andExpect(content().string(containsString("href=\"" + at(version))))
                .andExpect(content().string(containsString("Pause everything")));
        mvc.perform(get(given.at(seat) + "/deliveries?show=needs&after=nonsense")
                        .with(given.signedIn(seat)))
                .andExpect(content().string(not(containsString("Uusi erä"))))
                .andExpect(content().string(containsString("no delivery has stopped")));
    }

    @Test
    void who_may_only_look_sees_the_story_but_no_buttons() throws Exception {
        var version = refused();
        var olli = given.colleague(seat, Role.ANALYST);
        mvc.perform(get(at(version)).with(given.signedIn(olli)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Refused")))
                .andExpect(content().string(not(containsString("Try again"))))
                .andExpect(content().string(not(containsString("Record the address"))));
        mvc.perform(get(given.at(seat) + "/deliveries").with(given.signedIn(olli)))
                .andExpect(content().string(not(containsString("Pause everything"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/release", "/unseen", "/address", "/removal", "/removal/there"})
    void nothing_is_decided_without_the_right(String act) throws Exception {
        var version = refused();
        var olli = given.colleague(seat, Role.ANALYST);
        mvc.perform(post(at(version) + act)
                        .param("address", "https://example.org/1")
                        .with(given.signedIn(olli)))
                .andExpect(status().isForbidden());
        mvc.perform(post(at(version) + act).param("address", "no").with(given.signedIn(olli)))
                .andExpect(status().isForbidden());
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pause", "/resume"})
    void nobody_pauses_without_the_right(String act) throws Exception {
        var olli = given.colleague(seat, Role.MODERATOR);
        mvc.perform(post(given.at(seat) + act).with(given.signedIn(olli))).andExpect(status().isForbidden());
    }

    @Test
    void asking_to_take_back_needs_the_right_too() throws Exception {
        var version = plan("out");
        planned.turn();
        var olli = given.colleague(seat, Role.ANALYST);
        mvc.perform(get(at(version) + "/removal").with(given.signedIn(olli))).andExpect(status().isForbidden());
    }

    @Test
    void a_refused_one_says_why_and_goes_again_at_a_click() throws Exception {
        var version = refused();
        mvc.perform(get(at(version)).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The network answered: Too &amp;long")))
                .andExpect(content().string(containsString("Planned by Maija")))
                .andExpect(content().string(containsString("0 ms after its instant")))
                .andExpect(content().string(containsString("Change the post")));
        mvc.perform(post(at(version) + "/release").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at(version) + "?notice=publishing.released"));
        planned.turn();
        mvc.perform(get(at(version)).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Let go again by Maija")))
                .andExpect(content().string(containsString("https://test.example/")));
        mvc.perform(post(at(version) + "/release").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at(version) + "?notice=publishing.moved"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an address", "http://example.org/1", "javascript:alert(1)", "https://localhost/1"})
    void an_address_that_no_browser_opens_is_refused_and_stays_typed(String typed) throws Exception {
        var version = refused();
        mvc.perform(post(at(version) + "/address").param("address", typed).with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This is no address that a browser can open")))
                .andExpect(content().string(containsString("value=\"" + typed + "\"")));
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void an_address_is_recorded() throws Exception {
        var version = refused();
        mvc.perform(post(at(version) + "/address")
                        .param("address", " example.org/posts/1 ")
                        .with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at(version) + "?notice=publishing.recorded"));
        mvc.perform(get(at(version)).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("href=\"https://example.org/posts/1\"")));
    }

    @Test
    void by_hand_shows_the_text_to_copy_and_takes_the_address() throws Exception {
        var byHand = given.account(seat, "byhand", "A group");
        var version = planned.plan(seat, byHand, clock.instant(), "Kopioi minut");
        planned.turn();
        mvc.perform(get(at(version)).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Post it by hand")))
                .andExpect(content().string(containsString(">Kopioi minut</textarea>")))
                .andExpect(content().string(containsString("name=\"address\"")));
        mvc.perform(post(at(version) + "/address")
                        .param("address", "https://example.org/g/1")
                        .with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at(version) + "?notice=publishing.recorded"));
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.PUBLISHED);
    }

    @Test
    void taking_back_asks_once_more() throws Exception {
        var version = plan("regretted");
        planned.turn();
        mvc.perform(get(at(version) + "/removal").with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This cannot be undone")));
        assertThat(place.published()).hasSize(1);
        mvc.perform(post(at(version) + "/removal").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at(version) + "?notice=publishing.removed"));
        assertThat(place.published()).isEmpty();
        mvc.perform(get(at(version)).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Taken back by Maija")));
    }

    @Test
    void what_was_recorded_by_hand_is_not_said_to_be_deletable() throws Exception {
        var version = refused();
        mvc.perform(post(at(version) + "/address")
                .param("address", "https://example.org/posts/1")
                .with(given.signedIn(seat)));
        mvc.perform(get(at(version) + "/removal").with(given.signedIn(seat)))
                .andExpect(content().string(containsString("cannot delete it")))
                .andExpect(content().string(containsString("href=\"https://example.org/posts/1\"")))
                .andExpect(content().string(not(containsString("action=\"" + at(version) + "/removal\""))));
        mvc.perform(post(at(version) + "/removal").with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent());
        assertThat(place.deleted()).isEmpty();
        mvc.perform(post(at(version) + "/removal/there").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at(version) + "?notice=publishing.removed"));
        mvc.perform(get(at(version)).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Taken back by Maija")));
    }

    @Test
    void where_the_network_deletes_nothing_a_person_says_that_they_did() throws Exception {
        var byHand = given.account(seat, "byhand", "A group");
        var version = planned.plan(seat, byHand, clock.instant(), "Kopioi minut");
        planned.turn();
        mvc.perform(post(at(version) + "/removal/there").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at(version) + "?notice=publishing.moved"));
        mvc.perform(post(at(version) + "/address")
                .param("address", "https://example.org/g/1")
                .with(given.signedIn(seat)));
        mvc.perform(get(at(version)).with(given.signedIn(seat)))
                .andExpect(content().string(containsString(at(version) + "/removal")));
        mvc.perform(post(at(version) + "/removal/there").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at(version) + "?notice=publishing.removed"));
    }

    @Test
    void while_everything_is_paused_each_page_says_so_and_what_is_held() throws Exception {
        mvc.perform(post(given.at(seat) + "/pause").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(given.at(seat) + "/deliveries"));
        plan("held");
        clock.pass(Duration.ofSeconds(1));
        mvc.perform(get(given.at(seat) + "/accounts").with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Everything is paused.")))
                .andExpect(content().string(containsString("1 post is held back.")))
                .andExpect(content().string(containsString(given.at(seat) + "/resume")));
        mvc.perform(post(given.at(seat) + "/resume").with(given.signedIn(seat)));
        mvc.perform(get(given.at(seat) + "/accounts").with(given.signedIn(seat)))
                .andExpect(content().string(not(containsString("Everything is paused."))));
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        mvc.perform(get(given.at(seat) + "/deliveries/999999999").with(given.signedIn(seat)))
                .andExpect(status().isNotFound());
        var version = plan("no picture");
        mvc.perform(get(at(version) + "/pictures/0").with(given.signedIn(seat))).andExpect(status().isNotFound());
    }

    private VersionId refused() {
        place.answers(new PublishOutcome.Rejected(FAULT));
        var version = plan("refused");
        planned.turn();
        return version;
    }

    private VersionId plan(String text) {
        return planned.plan(seat, account, clock.instant(), text);
    }

    private String at(VersionId version) {
        return given.at(seat) + "/deliveries/" + planned.delivery(seat, version);
    }
}
