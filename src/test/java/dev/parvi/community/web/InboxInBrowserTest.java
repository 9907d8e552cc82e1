package dev.parvi.community.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Account;
import dev.parvi.brand.Branding;
import dev.parvi.community.Prewriting;
import dev.parvi.community.Talked;
import dev.parvi.community.Talked.Word;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Planned;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestTalks;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import({Talked.class, Planned.class})
class InboxInBrowserTest extends BrowserTest {

    @Autowired
    Talked talked;

    @Autowired
    Planned planned;

    @Autowired
    Prewriting prewriting;

    @Autowired
    Branding branding;

    @Autowired
    HandClock clock;

    Seat seat;
    Account account;

    @BeforeEach
    void a_brand_people_talk_to() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
    }

    private Word says(String who, String root, Word to, String text, int minutesAgo) {
        return talked.says(seat, account, who, root, to, text, clock.instant().minus(Duration.ofMinutes(minutesAgo)));
    }

    private Page inbox(Page window, Seat as) {
        var page = signedIn(window, as);
        page.navigate(given.at(seat) + "/inbox");
        return page;
    }

    private static Locator said(Page page, String words) {
        return page.locator("#lines .utter", new Page.LocatorOptions().setHasText(words));
    }

    private static void heard(Page page) {
        page.waitForSelector("#inbox[data-heard=yes]");
    }

    @Test
    void a_question_is_answered_with_the_keyboard_only() {
        says("Anna", "post-1", null, "Thank you, this is lovely!", 50);
        says("Bert", "post-2", null, "When do you open on Sundays?", 40);
        var page = inbox(window(), seat);
        page.keyboard().press("j");
        assertThat(said(page, "Sundays")).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(said(page, "lovely")).isVisible();
        page.keyboard().press("k");
        assertThat(said(page, "Sundays")).isVisible();
        page.keyboard().press("r");
        assertThat(page.locator("#answer-text")).isFocused();
        // Letters that are shortcuts elsewhere are letters here.
        page.keyboard().type("We are jolly open at nine.");
        assertThat(page.locator("#answer-text")).hasValue("We are jolly open at nine.");
        assertThat(page.locator("#answer-written [data-count]")).hasText("26");
        page.keyboard().press("Control+Enter");
        page.waitForSelector(".utter.is-pending");
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly("We are jolly open at nine.");
        page.keyboard().press("e");
        page.waitForSelector(".inbox-acted");
        assertAccessible(page);
    }

    @Test
    void what_one_does_is_seen_in_a_second_window_without_loading_it_again() {
        var word = says("Anna", "post-1", null, "Is anybody there?", 50);
        var olli = given.colleague(seat, Role.MODERATOR);
        var his = inbox(window(), olli);
        heard(his);
        his.locator(".inbox-link").first().click();
        assertThat(said(his, "anybody there")).isVisible();
        var loaded = his.evaluate("window.loadedOnce = Math.random()");

        says("Bert", "post-2", null, "A new voice", 1);
        assertThat(his.locator(".inbox-row", new Page.LocatorOptions().setHasText("A new voice")))
                .isVisible();
        says("Carl", "post-1", word, "I am here", 0);
        assertThat(said(his, "I am here")).isVisible();

        var hers = inbox(window(), seat);
        hers.navigate(given.at(seat) + "/inbox/" + word.conversation());
        hers.locator("#answer-text").pressSequentially("Hello");
        assertThat(his.locator("#writers")).containsText("Maija is writing an answer");
        hers.locator("#answer-text").fill("");
        assertThat(his.locator("#writers")).not().containsText("Maija");
        assertThat(his.evaluate("window.loadedOnce")).isEqualTo(loaded);
    }

    @Test
    void a_saved_reply_is_put_where_one_writes_with_its_gaps_filled_and_goes_out_so() {
        var texts = Map.of("en", "Hello {name} ({fullname}, {handle}), greetings from {brand}!");
        assertThat(Tenant.in(seat.brand(), () -> prewriting.keep(seat, 0, "Greetings", texts)))
                .isTrue();
        says("Anna Ek", "post-1", null, "Is anybody there who could tell me when you open?", 50);
        var page = inbox(window(), seat);
        page.locator(".inbox-link").first().click();
        page.locator("#answer-text").fill("Good morning. ");
        page.locator(".talk-replies summary").click();
        page.locator(".talk-replies [data-reply]").click();
        var brand = Tenant.in(seat.brand(), branding::current).name();
        var whole = "Good morning. Hello Anna (Anna Ek, @Anna-Ek), greetings from " + brand + "!";
        assertThat(page.locator("#answer-text")).hasValue(whole);
        assertThat(page.locator("#answer-written [data-count]")).hasText(Integer.toString(whole.length()));
        page.keyboard().press("Control+Enter");
        page.waitForSelector(".utter.is-pending");
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly(whole);
    }

    @Test
    void it_works_without_scripts() {
        says("Anna", "post-1", null, "Is anybody there?", 50);
        var page = inbox(scriptless(1280), seat);
        page.locator(".inbox-link").first().click();
        page.locator("#answer-text").fill("Yes, we are.");
        page.locator(".talk-send button").first().click();
        assertThat(page.locator(".utter.is-pending")).containsText("Yes, we are.");
        page.locator(".talk-acts button[value=done]").click();
        assertThat(page.locator(".inbox-acted")).containsText("One conversation is done.");
        page.locator(".inbox-acted button").click();
        assertThat(page.locator("#notice")).containsText("It stands as before.");
    }

    @Test
    void its_pages_can_be_read_by_everybody_on_every_screen() {
        var first = says("Anna", "post-1", null, "When do you open on Sundays? I asked twice already!", 50);
        var second = says("Bert", "post-1", first, "They open at nine, I think.", 40);
        says("Carl", "post-1", second, "No, at ten: I was there last week. ".repeat(6), 30);
        talked.hears(
                seat, account, TestTalks.changed(first.heard(), "When do you open on Sundays?", Standing.SHOWN, null));
        talked.hears(
                seat, account, TestTalks.changed(second.heard(), second.heard().text(), Standing.HIDDEN, null));
        says("us", "post-1", first, "At ten, and the first coffee is on us.", 20);
        says(
                "Dora",
                "post-2",
                null,
                "My order came broken and nobody answers. Terrible service, I want my money back!",
                10);
        says("Emil", "post-3", null, "I would like to buy two bags, how much are they?", 9);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (var width : new int[] {1280, 390}) {
                var page = inbox(window(width, scheme), seat);
                var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                drawn(page, "inbox" + name);
                page.navigate(given.at(seat) + "/inbox/" + first.conversation());
                page.locator("#answer-text").fill("We open at ten on Sundays.");
                drawn(page, "inbox-talk" + name);
                for (var each : new String[] {"replies", "settings", "rules"}) {
                    page.navigate(given.at(seat) + "/inbox/" + each);
                    drawn(page, "inbox-" + each + name);
                }
                page.navigate(given.at(seat) + "/today");
                drawn(page, "inbox-today" + name);
            }
        }
    }

    private static void drawn(Page page, String name) {
        picture(page, name);
        assertFits(page);
        assertAccessible(page);
    }
}
