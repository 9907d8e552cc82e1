package dev.parvi.community.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parvi.account.Account;
import dev.parvi.brand.TypedVoice;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voicing;
import dev.parvi.community.Talked;
import dev.parvi.listening.FoundOnNetworks;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Planned;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.Errands;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The voice check where it matters: in the answer to somebody who complains. */
@Import({Talked.class, Planned.class, FoundOnNetworks.class})
class AnswerVoiceInBrowserTest extends BrowserTest {

    private static final String JOKING = "Lähetämme sinulle uuden huomenna, haha.";
    private static final String SOBER = "Lähetämme teille uuden huomenna.";

    @Autowired
    Talked talked;

    @Autowired
    Planned planned;

    @Autowired
    Voicing voicing;

    @Autowired
    FoundOnNetworks found;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    HandClock clock;

    Seat seat;
    Account account;

    @BeforeEach
    void a_formal_brand_and_somebody_who_complains() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
        var open = TypedVoice.of(Voice.OPEN);
        var typed =
                new TypedVoice(Map.of("fi", "FORMAL"), "", "", open.humour(), open.emoji(), "", "", "2", "", Set.of());
        Tenant.run(seat.brand(), () -> voicing.change(seat, typed));
    }

    private Page answering(Page window) {
        var word = talked.says(
                seat,
                account,
                "Anna",
                "post-1",
                null,
                "Tilaukseni tuli rikkinäisenä, eikä kukaan vastaa. Vaadin rahani takaisin!",
                clock.instant().minus(Duration.ofMinutes(30)));
        var page = signedIn(window, seat);
        page.navigate(given.at(seat) + "/inbox/" + word.conversation());
        return page;
    }

    @Test
    void a_joke_under_a_complaint_is_warned_of_as_one_types_and_an_answer_without_it_goes() {
        var page = answering(window());
        page.locator("#answer-text").fill(JOKING);
        var warnings = page.locator("#answer .voice");
        assertThat(warnings).containsText("“haha” sounds like a joke, and they are complaining.");
        assertThat(warnings).containsText("we say “te” to people");
        picture(page, "voice-in-answer");
        assertAccessible(page);

        page.locator(".talk-send button").first().click();
        assertThat(warnings).containsText("Not sent yet.");
        assertThat(page.locator("#answer-text")).hasValue(JOKING);
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).isEmpty();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write “teille”"))
                .click();
        page.locator("#answer-text").fill(SOBER);
        assertThat(warnings).not().containsText("joke");
        assertThat(page.getByText("Send it anyway")).not().isVisible();
        page.locator(".talk-send button").first().click();
        page.waitForSelector(".utter.is-pending");
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly(SOBER);
    }

    @Test
    void what_was_warned_of_goes_after_a_tick() {
        var page = answering(window());
        page.locator("#answer-text").fill(JOKING);
        page.getByLabel("Send it anyway").check();
        page.locator(".talk-send button").first().click();
        page.waitForSelector(".utter.is-pending");
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly(JOKING);
    }

    @Test
    void what_was_found_on_a_network_is_answered_from_the_news_with_the_check_and_once() throws Exception {
        var item = found.item(
                seat, account, "Anna", "Tilaukseni tuli rikkinäisenä, eikä kukaan vastaa. Vaadin rahani takaisin!");
        Errands.run(tasks, "listening-stories");
        var page = signedIn(window(), seat);
        page.navigate(given.at(seat) + "/news/items/" + item);
        assertThat(page.locator("#reading")).containsText("Vaadin rahani takaisin!");
        page.locator("#reading button").click();
        page.locator("#answer-text").fill("Lähetämme sinulle uuden huomenna.");
        page.locator(".talk-send button").first().click();
        assertThat(page.locator("#answer .voice")).containsText("Not sent yet.");
        page.locator("#answer-text").fill(SOBER);
        page.locator(".talk-send button").first().click();
        page.waitForSelector(".utter.is-pending");
        planned.turn();
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly(SOBER);
        assertAccessible(page);
    }
}
