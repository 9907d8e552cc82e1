package dev.parvi.community.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Account;
import dev.parvi.community.GoneOver;
import dev.parvi.community.Talked;
import dev.parvi.community.Talked.Word;
import dev.parvi.publishing.Planned;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import({Talked.class, Planned.class, GoneOver.class})
class DiscussionInBrowserTest extends BrowserTest {

    @Autowired
    Talked talked;

    @Autowired
    Planned planned;

    @Autowired
    GoneOver goneOver;

    @Autowired
    HandClock clock;

    Seat seat;
    Account account;
    Word asked;

    @BeforeEach
    void a_brand_under_whose_posts_people_talk() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
        for (var n = 0; n < 6; n++) {
            var thread = posted("Five ways to brew, part one", "And part two");
            for (var who : new String[] {"Anna", "Bert", "Carl"}) {
                says(who, thread, null, "I do it like that, too.");
            }
            says("us", thread, null, "Good to hear!");
            posted("A quiet note of the day " + n);
            clock.pass(Duration.ofHours(20));
        }
        var old = says("Anna", "old", null, "How should I grind the beans for a moka pot?");
        says("Bert", "old", old, "Rather fine, but not as fine as for espresso.");
        says("us", "old", old, "What Bert says!");
        clock.pass(Duration.ofDays(3));
        var live = posted("Which roast do you like best?");
        var word = says("Dora", live, null, "The dark one, every morning.");
        word = says("Emil", live, word, "The light one! It tastes of berries.");
        word = says("Dora", live, word, "Berries belong on a cake.");
        word = says("Emil", live, word, "And why not both?");
        says("Fanny", live, word, "Both, at the same time.");
        asked = says("Carl", "new", null, "How do I grind beans for the moka pot?");
        clock.pass(Duration.ofMinutes(2));
        goneOver.go(seat);
    }

    private String posted(String... parts) {
        var version = planned.plan(seat, account, clock.instant(), parts);
        for (var n = 0; n < parts.length; n++) {
            planned.turn();
        }
        return goneOver.root(seat, planned.delivery(seat, version));
    }

    private Word says(String who, String root, Word to, String text) {
        clock.pass(Duration.ofMinutes(3));
        return talked.says(seat, account, who, root, to, text, clock.instant());
    }

    private Page page(Page window, Seat as) {
        var page = signedIn(window, as);
        page.navigate(given.at(seat) + "/inbox");
        page.locator(".desk-actions a[href$='/inbox/discussion']").click();
        return page;
    }

    @Test
    void somebody_sees_where_people_talk_who_knows_the_answer_and_what_gets_them_talking() {
        var page = page(window(), seat);
        assertThat(page.locator("[aria-labelledby=live]")).containsText("4 among members, 0 by us");
        assertThat(page.locator("[aria-labelledby=known]"))
                .containsText("Rather fine, but not as fine as for espresso.");
        assertThat(page.locator("[aria-labelledby=kinds-FORMAT] tr", new Page.LocatorOptions().setHasText("Thread")))
                .containsText("Clearly more");
        page.locator("[aria-labelledby=known] .row-list a").first().click();
        assertThat(page.locator("#lines .talk-strip")).containsText("People");
        assertThat(page.locator("#c" + asked.comment())).isVisible();
    }

    @Test
    void a_nudge_begins_a_draft_and_sends_nothing() {
        var sent = TestNetwork.of(account.place()).texts().size();
        var page = page(scriptless(1280), seat);
        page.locator("[aria-labelledby=fallen] button", new Page.LocatorOptions().setHasText("Draft a comment"))
                .first()
                .click();
        assertThat(page.locator("#answer-text")).hasValue("Thank you, Carl! What do the others think?");
        assertThat(page.locator("#notice")).containsText("It goes out only when you send it.");

        page.navigate(given.at(seat) + "/inbox/discussion");
        page.locator("[aria-labelledby=fallen] button", new Page.LocatorOptions().setHasText("Draft a post"))
                .first()
                .click();
        assertThat(page.locator("textarea").first()).hasValue(Pattern.compile(".*Five ways to brew.*"));
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).hasSize(sent);
    }

    @Test
    void who_only_looks_is_offered_no_drafts() {
        var page = page(window(), given.colleague(seat, Role.ANALYST));
        assertThat(page.locator("[aria-labelledby=fallen] li").first()).isVisible();
        assertThat(page.locator("[aria-labelledby=fallen] button")).hasCount(0);
    }

    @Test
    void it_can_be_read_by_everybody_on_every_screen() {
        goneOver.dress(seat);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (var width : new int[] {1280, 390}) {
                var page = page(window(width, scheme), seat);
                picture(page, "discussion-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                assertFits(page);
                assertAccessible(page);
            }
        }
    }
}
