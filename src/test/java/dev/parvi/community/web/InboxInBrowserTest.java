package dev.parvi.community.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Account;
import dev.parvi.community.Talked;
import dev.parvi.community.Talked.Word;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.publishing.Planned;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestTalks;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
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

    private static void heard(Page page) {
        page.waitForSelector("#inbox[data-heard=yes]");
    }

    @Test
    void a_question_is_answered_with_the_keyboard_only() {
        says("Anna", "post-1", null, "Thank you, this is lovely!", 50);
        says("Bert", "post-2", null, "When do you open on Sundays?", 40);
        var page = inbox(window(), seat);
        page.keyboard().press("j");
        page.waitForSelector("[data-talk]");
        page.keyboard().press("j");
        page.waitForSelector("#c" + "0, .said:has-text('lovely'), .said:has-text('Sundays')");
        while (!page.locator(".said", new Page.LocatorOptions().setHasText("Sundays")).isVisible()) {
            page.keyboard().press("k");
            page.waitForTimeout(100);
        }
        page.keyboard().press("r");
        assertThat(page.locator("#answer-text")).isFocused();
        // Letters that are shortcuts elsewhere are letters here.
        page.keyboard().type("We are jolly open at nine.");
        assertThat(page.locator("#answer-text")).hasValue("We are jolly open at nine.");
        assertThat(page.locator("#answer-written [data-count]")).hasText("26");
        page.waitForSelector("#answer-written .talk-preview, #answer-written .text-secondary");
        page.keyboard().press("Control+Enter");
        page.waitForSelector(".said.is-pending");
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).containsExactly("We are jolly open at nine.");
        page.keyboard().press("e");
        page.waitForSelector(".inbox-acted");
        assertAccessible(page);
    }
}
