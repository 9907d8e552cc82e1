package dev.parvi.community.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Account;
import dev.parvi.community.Talked;
import dev.parvi.community.Talked.Word;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A moderator puts right what was understood wrong, and the next one like it is understood. */
@Import(Talked.class)
class CorrectionInBrowserTest extends BrowserTest {

    @Autowired
    Talked talked;

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

    private Word says(String who, String root, String text) {
        return talked.says(seat, account, who, root, null, text, clock.instant().minus(Duration.ofMinutes(9)));
    }

    private Page open(Page window, Word word) {
        var page = signedIn(window, seat);
        page.navigate(given.at(seat) + "/inbox/" + word.conversation());
        return page;
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void a_correction_changes_the_next_verdict_and_undone_it_does_not() {
        var word = says("Anna", "post-1", "The bags got smaller again, only 200 grams now");
        var page = open(window(), word);
        var utter = page.locator("#lines .utter").first();
        assertThat(utter.locator(".utter-found summary")).not().containsText("Complaint");
        utter.getByText("Correct", new Locator.GetByTextOptions().setExact(true))
                .click();
        utter.getByLabel("Negative").check();
        utter.getByLabel("Complaint").check();
        picture(page, "correct-1280-light");
        assertAccessible(page);
        button(utter, "That’s what it is").click();
        assertThat(page.locator(".inbox-acted")).containsText("Corrected.");
        assertThat(page.locator(".utter-found summary").first()).containsText("Complaint");
        assertThat(page.locator(".utter-corrected")).containsText("Maija corrected this");
        talked.learns();

        var next = says("Bert", "post-2", "So the bags got smaller, 200 grams only");
        var then = open(window(), next);
        assertThat(then.locator(".utter-found summary").first()).containsText("Complaint");
        then.locator(".utter-found summary").first().click();
        assertThat(then.locator(".utter-found ul")).containsText("by your team’s corrections");

        page.navigate(given.at(seat) + "/inbox/lessons");
        button(page.locator(".row-list"), "Undo").click();
        assertThat(page.locator("#notice")).containsText("Undone.");
        talked.learns();
        then.reload();
        assertThat(then.locator(".utter-found summary").first()).not().containsText("Complaint");
    }

    @Test
    void it_works_without_scripts() {
        var word = says("Anna", "post-1", "The bags got smaller again");
        var page = open(scriptless(1280), word);
        page.locator(".utter-wrong").click();
        page.getByLabel("Spam").check();
        page.getByText("That’s what it is").click();
        assertThat(page.locator(".utter-found summary")).containsText("Spam");
        page.locator(".utter-corrected button").click();
        assertThat(page.locator("#notice")).containsText("Undone.");
        assertThat(page.locator(".utter-found summary")).not().containsText("Spam");
    }

    @Test
    void several_are_marked_from_the_list_and_undone() {
        var one = says("Anna", "post-1", "Have a look at my page");
        says("Bert", "post-2", "Look at my page, too");
        var page = open(window(), one);
        page.locator("[data-all]").check();
        page.locator(".inbox-bulk summary").getByText("Mark").click();
        page.locator("#bulk-as").selectOption("SPAM");
        button(page.locator(".inbox-bulk"), "is that").click();
        assertThat(page.locator(".inbox-acted")).containsText("2 comments are corrected.");
        assertThat(page.locator(".inbox-badges").getByText("Spam")).hasCount(2);
        page.locator(".inbox-acted button").click();
        assertThat(page.locator(".inbox-badges").getByText("Spam")).hasCount(0);
    }

    @Test
    void on_a_phone_the_menu_of_marks_stands_within_the_window() {
        says("Anna", "post-1", "Have a look at my page");
        var page = signedIn(phone(), seat);
        page.navigate(given.at(seat) + "/inbox");
        page.locator(".inbox-bulk summary").last().click();
        var box = page.locator(".inbox-bulk .inbox-menu-list").last().boundingBox();
        Assertions.assertThat(box.x).isNotNegative();
        Assertions.assertThat(box.x + box.width).isLessThanOrEqualTo(390);
    }

    @Test
    void what_was_taught_can_be_read_on_every_screen_and_drawn_ones_are_judged_with_a_click() {
        var word = says("Anna", "post-1", "The bags got smaller again, only 200 grams now");
        List.of("Thank you, lovely!", "When do you open?", "It never came, I want my money back", "Hello there")
                .forEach(text -> says("Bert", "post-" + text.length(), text));
        talked.marked(seat, word);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (var width : new int[] {1280, 390}) {
                var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                var page = open(window(width, scheme), word);
                page.locator(".utter-wrong").click();
                page.waitForSelector(".correct");
                picture(page, "correct" + name);
                assertFits(page);
                assertAccessible(page);
                page.navigate(given.at(seat) + "/inbox/lessons");
                button(page.locator(".row-list").first(), "Right").first().click();
                assertThat(page.locator(".inbox-acted")).isVisible();
                picture(page, "lessons" + name);
                assertFits(page);
                assertAccessible(page);
            }
        }
    }
}
