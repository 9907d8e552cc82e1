package dev.parvi.community.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Account;
import dev.parvi.community.GoneOver;
import dev.parvi.community.Talked;
import dev.parvi.community.Talked.Word;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import({Talked.class, GoneOver.class})
class PersonInBrowserTest extends BrowserTest {

    @Autowired
    Talked talked;

    @Autowired
    GoneOver goneOver;

    @Autowired
    HandClock clock;

    Seat seat;
    Account account;
    Word last;

    @BeforeEach
    void anna_has_talked_to_us_for_months() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
        var first = says("Anna Virtanen", "post-1", null, "What a lovely shop, thank you so much!", 120);
        says("us", "post-1", first, "Thank you, Anna!", 119);
        says("Anna Virtanen", "post-2", null, "I love the new roast, it is wonderful!", 95);
        says("Anna Virtanen", "post-3", null, "My order came broken and nobody answers. Terrible service!", 40);
        says("Anna Virtanen", "post-3", null, "This is the worst delivery ever, I am so disappointed!", 39);
        last = says("Anna Virtanen", "post-4", null, "When do you open on Sundays?", 1);
        says("Bert", "post-4", last, "At nine, I think.", 0);
        says("Anna V.", "post-5", null, "Nice post.", 3);
    }

    private Word says(String who, String root, Word to, String text, int daysAgo) {
        return talked.says(seat, account, who, root, to, text, clock.instant().minus(Duration.ofDays(daysAgo)));
    }

    private Page page(Page window, Seat as, String address) {
        var page = signedIn(window, as);
        page.navigate(given.at(seat) + address);
        return page;
    }

    private Page card(Page window, Seat as) {
        var page = page(window, as, "/inbox/" + last.conversation());
        var address = page.locator("#lines .utter-head b a").first().getAttribute("href");
        page.navigate(address);
        return page;
    }

    @Test
    void a_name_opens_the_card_beside_the_conversation_and_the_keyboard_closes_it() {
        var page = page(window(), seat, "/inbox/" + last.conversation());
        page.locator("#lines .utter-head b a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#person h2")).hasText("Anna Virtanen");
        assertThat(page.locator("#person")).isFocused();
        assertThat(page.locator("#person .moods-upset")).hasCount(1);
        assertThat(page.locator("#person")).containsText("Waits for an answer");
        assertThat(page.locator("#list")).isHidden();
        assertThat(page.locator("#lines")).containsText("When do you open");
        assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#person h2")).hasCount(0);
        assertThat(page.locator("#list")).isVisible();
        assertThat(page.locator("#lines .utter-head b a").first()).isFocused();
    }

    @Test
    void a_promise_is_noted_and_kept_and_what_is_wrong_is_said_beside_its_field() {
        var page = card(scriptless(1280), seat);
        page.locator(".person-form button").click();
        assertThat(page.locator("#p-text-wrong")).isVisible();
        page.locator("#p-text").fill("Send her a new parcel");
        page.locator(".person-form [name=promise]").check();
        page.locator("#p-due").fill("2026-11-01");
        page.locator(".person-form button").click();
        assertThat(page.locator("[aria-labelledby=person-promised]")).containsText("Promised by 1 Nov 2026: late");
        page.locator("[aria-labelledby=person-promised] button").first().click();
        assertThat(page.locator("[aria-labelledby=person-promised]")).containsText("Kept on");
    }

    @Test
    void two_profiles_are_linked_by_hand_and_that_is_undone() {
        var page = card(window(), seat);
        page.locator("#p-q").fill("anna");
        page.locator(".person-search button").click();
        page.locator("[aria-labelledby=person-links] button[aria-label='Anna V. is the same person']")
                .click();
        assertThat(page.locator("#notice")).containsText("Linked.");
        assertThat(page.locator(".person-words")).containsText("Nice post.");
        assertAccessible(page);
        page.locator(".person-undo button").click();
        assertThat(page.locator(".person-words")).not().containsText("Nice post.");
    }

    @Test
    void a_manager_hands_out_what_is_kept_and_erases_the_person_after_being_asked() throws IOException {
        var page = card(window(), seat);
        var download = page.waitForDownload(() ->
                page.locator("[aria-labelledby=person-rights] form button").click());
        assertThat(Files.readString(download.path())).contains("Terrible service", "Anna Virtanen");

        page.locator("[aria-labelledby=person-rights] a").click();
        assertAccessible(page);
        page.locator("form[action$=erasure] button").click();
        assertThat(page.locator("#sure-wrong")).isVisible();
        page.locator("[name=sure]").check();
        page.locator("form[action$=erasure] button").click();
        assertThat(page.locator("#notice")).containsText("The person is erased.");
        page.navigate(given.at(seat) + "/inbox/" + last.conversation());
        assertThat(page.locator("#lines")).containsText("At nine, I think.");
        assertThat(page.locator("#lines")).not().containsText("Sundays");
    }

    @Test
    void who_may_not_sees_no_button_for_it() {
        var page = card(window(), given.colleague(seat, Role.MODERATOR));
        assertThat(page.locator("[aria-labelledby=person-links]")).isVisible();
        assertThat(page.locator("[aria-labelledby=person-rights]")).hasCount(0);
        var analyst = card(window(), given.colleague(seat, Role.ANALYST));
        assertThat(analyst.locator(".person-form")).hasCount(0);
        assertThat(analyst.locator(".person-words")).containsText("Terrible service");
    }

    @Test
    void the_card_can_be_read_by_everybody_on_every_screen() {
        goneOver.dress(seat);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (var width : new int[] {1280, 390}) {
                var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                var page = card(window(width, scheme), seat);
                page.locator("#p-text").fill("Likes it dark, and calls rather than writes.");
                page.locator(".person-form button").click();
                page.locator("#p-q").fill("anna");
                page.locator(".person-search button").click();
                picture(page, "person" + name);
                assertFits(page);
                assertAccessible(page);
                page.navigate(given.at(seat) + "/inbox/" + last.conversation());
                page.locator("#lines .utter-head b a").first().click();
                page.waitForSelector("#person h2");
                picture(page, "person-beside" + name);
                assertFits(page);
                assertAccessible(page);
            }
        }
    }
}
