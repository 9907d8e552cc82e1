package dev.parvi.listening;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(TestNews.class)
class NewsInBrowserTest extends BrowserTest {

    @Autowired
    TestNews news;

    @Autowired
    HandClock clock;

    private Seat seat;

    @BeforeEach
    void a_brand() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    private Page open(Page window, String path) {
        var page = signedIn(window, seat);
        page.navigate(given.at(seat) + path);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Two sources tell the same, a third something else. */
    private void told() {
        var herald = news.source(seat, "Herald");
        var post = news.source(seat, "Evening Post");
        var now = clock.instant();
        news.says(
                seat,
                herald,
                TestNews.RECALL,
                TestNews.RECALL_WORDS,
                "https://herald.example.org/1",
                now.minus(Duration.ofMinutes(50)));
        news.says(
                seat,
                post,
                TestNews.RECALL_AGAIN,
                TestNews.RECALL_AGAIN_WORDS,
                "https://post.example.org/1",
                now.minus(Duration.ofMinutes(12)));
        news.says(
                seat,
                news.source(seat, "Rails"),
                TestNews.OTHER,
                TestNews.OTHER_WORDS,
                "https://rails.example.org/1",
                now.minus(Duration.ofHours(5)));
    }

    @Test
    void the_morning_is_read_with_the_keyboard() {
        told();
        var page = open(window(), "/news");
        assertThat(page.locator(".news-story")).hasCount(2);
        assertThat(page.locator(".news-story").first()).containsText("12 min ago");
        assertThat(page.locator(".news-story").first()).containsText("2 sources, 2 in the last 3 h");
        assertAccessible(page);
        picture(page, "news");
        page.keyboard().press("j");
        page.keyboard().press("s");
        assertThat(page.locator(".news-story").first()).containsText("Saved");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator(".news-story").last().locator("button[data-key=x]"))
                .hasText("Bring back");
        page.navigate(given.at(seat) + "/news");
        assertThat(page.locator(".news-story")).hasCount(1);
        page.fill("#n-q", "lightning");
        assertThat(page.locator("#stories")).containsText("No story fits");
        page.navigate(given.at(seat) + "/news?view=DISMISSED");
        assertThat(page.locator(".news-story")).hasCount(1);
        assertAccessible(page);
    }

    @Test
    void a_story_becomes_a_post_that_the_story_knows() {
        told();
        var page = open(window(), "/news");
        page.locator(".news-link").first().click();
        assertThat(page.locator("#offer")).isVisible();
        assertThat(page.locator("#reading")).containsText("Metal shavings");
        assertAccessible(page);
        picture(page, "story");
        page.locator("#tellings .row-list a").last().click();
        assertThat(page.locator("#reading-title")).hasText(TestNews.RECALL_AGAIN);
        button(page, "Make a post").click();
        assertThat(page.locator("#link")).hasValue("https://herald.example.org/1");
        assertThat(page.locator("textarea").first().inputValue())
                .contains(TestNews.RECALL)
                .contains("38,000 packets")
                .contains("— Herald");
        page.navigate(given.at(seat) + "/news");
        page.locator(".news-link").first().click();
        assertThat(page.locator("#offer")).containsText("A post was made of it");
        button(page, "Keep for later").click();
        assertThat(page.locator("#notice")).containsText("Kept among the ideas");
        page.navigate(given.at(seat) + "/ideas");
        assertThat(page.locator(".ideas-list")).containsText(TestNews.RECALL);
    }

    @Test
    void what_nobody_wants_to_hear_of_is_muted_and_heard_again() {
        told();
        var page = open(window(), "/news/muted");
        page.fill("#f-word", "x");
        button(page, "Mute").click();
        assertThat(page.locator("#e-word")).isVisible();
        page.fill("#f-word", "lightning");
        button(page, "Mute").click();
        assertThat(page.locator("main")).containsText("lightning");
        assertAccessible(page);
        page.navigate(given.at(seat) + "/news");
        assertThat(page.locator(".news-story")).hasCount(1);
        page.locator(".news-link").first().click();
        button(page, "Mute Herald").click();
        assertThat(page.locator("#notice")).containsText("Muted");
        page.navigate(given.at(seat) + "/news/muted");
        button(page, "Unmute lightning").click();
        button(page, "Unmute Herald").click();
        page.navigate(given.at(seat) + "/news");
        assertThat(page.locator(".news-story")).hasCount(2);
    }

    @Test
    void wrong_grouping_is_undone_without_scripts_too() {
        told();
        var page = open(scriptless(390), "/news");
        page.locator(".news-link").first().click();
        assertFits(page);
        page.locator("#tellings input[type=checkbox]").last().press("Space");
        button(page, "Make the chosen a story of their own").press("Enter");
        assertThat(page.locator("#notice")).containsText("a story of its own");
        page.locator("a", new Page.LocatorOptions().setHasText("Another story tells the same"))
                .click();
        button(page, "The same news: " + TestNews.RECALL).click();
        assertThat(page.locator("#notice")).containsText("one story now");
        assertThat(page.locator("#tellings .row-list li")).hasCount(2);
        button(page, "Save").click();
        assertThat(page.locator("#notice")).containsText("Saved");
        assertFits(page);
    }

    @Test
    void a_colleague_is_given_a_story_and_finds_it_on_today() {
        told();
        var olli = given.colleague(seat, Role.AUTHOR);
        var page = open(window(390, ColorScheme.DARK), "/news");
        assertFits(page);
        assertAccessible(page);
        page.locator(".news-link").first().click();
        page.selectOption("#tip-to", olli.member().toString());
        page.fill("#tip-words", "Ours came from another mill: say so?");
        button(page, "Pass it on").click();
        assertThat(page.locator("#notice")).containsText("Passed on");
        assertFits(page);
        assertAccessible(page);
        var his = signedIn(window(), olli);
        his.navigate(given.at(seat) + "/today");
        assertThat(his.locator("#today-tips")).isVisible();
        assertThat(his.locator("section", new Page.LocatorOptions().setHas(his.locator("#today-news"))))
                .containsText(TestNews.RECALL);
        assertAccessible(his);
        his.locator("section", new Page.LocatorOptions().setHas(his.locator("#today-tips")))
                .locator("a")
                .first()
                .click();
        assertThat(his.locator(".news-tips")).containsText("another mill");
        his.navigate(given.at(seat) + "/today");
        assertThat(his.locator("#today-tips")).hasCount(0);
    }

    @Test
    void a_manager_chooses_the_hour_of_the_morning_mail() {
        var page = open(window(), "/news");
        page.fill("#m-at", "07:15");
        page.locator("input[name=on]").check();
        page.locator("#morning button", new Page.LocatorOptions().setHasText("Save"))
                .click();
        assertThat(page.locator("#morning")).containsText("Next: 3 Nov 2026, 07:15, to 1 member");
        assertAccessible(page);
        button(page, "Not to me any more").click();
        assertThat(page.locator("#morning")).containsText("to 0 members");
    }
}
