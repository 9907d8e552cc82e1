package dev.parvi.page.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.page.Arranging;
import dev.parvi.page.Remark;
import dev.parvi.page.Review;
import dev.parvi.page.Reviewing;
import dev.parvi.page.Rule;
import dev.parvi.page.Stamps;
import dev.parvi.page.Tending;
import dev.parvi.page.Visitor;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stars and words on the own page, and whoever may say no more there. */
class ReviewsInBrowserTest extends BrowserTest {

    @Autowired
    Arranging arranging;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Tending tending;

    @Autowired
    Stamps stamps;

    @Autowired
    HandClock clock;

    private Seat seat;
    private String at;

    @BeforeEach
    void a_page_that_takes_reviews() {
        clock.set(HandClock.START);
        seat = given.brand();
        at = given.at(seat).replace("/b/", "/@");
        Tenant.run(seat.brand(), () -> {
            arranging.arrange(seat, "Pieni Paahtimo", "", "en", Rule.NONE);
            arranging.reviews(seat, true);
        });
    }

    private void reviews(String name, int stars, String text) {
        var stamp = Tenant.in(seat.brand(), stamps::stamp);
        clock.pass(Duration.ofMinutes(2));
        var review = new Review(stars, new Remark(name, "", text, null, "", stamp));
        Tenant.in(seat.brand(), () -> reviewing.review(review, new Visitor(name, "203.0.113.5")));
    }

    @Test
    void a_visitor_without_scripts_gives_stars_and_words_and_changes_them() {
        var window = scriptless(390);
        window.navigate(at + "/reviews");
        assertThat(window.getByText("Nobody has written a review yet.")).isVisible();
        clock.pass(Duration.ofSeconds(5));
        send(window, 4, "A good cup, a long queue.");
        assertThat(window.locator("article.comment")).containsText("A good cup");
        assertThat(window.locator(".average")).containsText("4");
        clock.pass(Duration.ofSeconds(5));
        send(window, 2, "The queue grows.");
        assertThat(window.locator("article.comment")).hasCount(1);
        assertThat(window.locator("article.comment")).containsText("The queue grows.");
        assertThat(window.locator(".average")).containsText("2");
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_nothing_is_lost() {
        var window = scriptless(1280);
        window.navigate(at + "/reviews");
        clock.pass(Duration.ofSeconds(5));
        window.locator("#say-text").fill("Words without stars");
        window.locator("#say-name").fill("Matti");
        window.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(window.locator("#stars-fault")).isVisible();
        assertThat(window.locator("#say-text")).hasValue("Words without stars");
        assertFits(window);
    }

    @Test
    void the_pages_are_accessible_and_fit_in_light_and_dark_on_desktop_and_phone() {
        reviews("Liisa Virtanen", 5, "The best cardamom bun in town, and they remember how one takes one's coffee.");
        reviews("Игорь", 4, "Прекрасный кофе, но мало мест.");
        reviews("Matti", 1, "I waited for half an hour.");
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (var width : new int[] {1280, 390}) {
                var window = window(width, scheme);
                window.navigate(at + "/reviews");
                assertThat(window.locator("article.comment")).hasCount(3);
                assertFits(window);
                assertAccessible(window);
                picture(window, "reviews-" + width + "-" + scheme);
            }
        }
    }

    @Test
    void whoever_is_blocked_stands_on_a_list_and_is_let_in_again_by_a_click() {
        var visitor = "0123456789abcdef0123456789abcdef";
        Tenant.run(seat.brand(), () -> tending.block(visitor, "Matti"));
        for (var width : new int[] {1280, 390}) {
            var window = signedIn(window(width, width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT), seat);
            window.navigate(given.at(seat) + "/page");
            assertThat(window.locator("section[aria-labelledby=page-blocked]")).containsText("Matti");
            assertFits(window);
            assertAccessible(window);
            picture(window, "blocked-" + width);
        }
        var window = signedIn(window(), seat);
        window.navigate(given.at(seat) + "/page");
        window.locator("section[aria-labelledby=page-blocked] button").click();
        assertThat(window.locator("section[aria-labelledby=page-blocked]")).hasCount(0);
    }

    private static void send(Page window, int stars, String text) {
        window.locator("input[name=stars][value='" + stars + "']").check();
        window.locator("#say-text").fill(text);
        window.locator("#say-name").fill("Matti");
        window.getByRole(AriaRole.BUTTON, named("Send")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
