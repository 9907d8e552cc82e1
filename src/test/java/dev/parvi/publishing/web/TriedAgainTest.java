package dev.parvi.publishing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.connector.Fault;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.publishing.Planned;
import dev.parvi.shared.VersionId;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

class TriedAgainTest extends BrowserTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    HandClock clock;

    Planned planned;

    @BeforeEach
    void a_publisher() {
        planned = beans.createBean(Planned.class);
    }

    @Test
    void a_member_whose_post_failed_sees_why_and_what_to_do_and_tries_again() {
        var seat = given.brand();
        refused(seat, "Uusi erä Etiopiasta: karpaloa, jasmiinia ja hunajaa. ☕\n\nPaahdettu tänä aamuna.");
        var page = signedIn(window(), seat);
        page.navigate(given.at(seat) + "/deliveries?show=needs");
        looks(page, "ledger");
        page.getByText("Uusi erä Etiopiasta").click();
        assertThat(page.getByText("It did not go out")).isVisible();
        assertThat(page.locator(".story-fault")).hasText("The network answered: The picture is too large");
        looks(page, "story-failed");
        button(page, "Try again").click();
        assertThat(page.getByText("It is on its way")).isVisible();
        clock.pass(Duration.ofSeconds(2));
        planned.turn();
        page.reload();
        assertThat(page.getByText("See the post")).isVisible();
        looks(page, "story-published");
        page.getByText("Take it back").click();
        looks(page, "removal");
    }

    @Test
    void a_member_copies_what_is_posted_by_hand_and_records_its_address() {
        var seat = given.brand();
        var group = given.account(seat, "byhand", "Coffee friends");
        var version = planned.plan(seat, group, clock.instant(), "Tervetuloa maistamaan lauantaina!");
        planned.turn();
        var page = signedIn(window(), seat);
        page.navigate(at(seat, version));
        assertThat(button(page, "Copy the text")).isVisible();
        looks(page, "story-by-hand");
        page.locator("#f-address").fill("nothing to open");
        button(page, "Record the address").click();
        assertThat(page.locator("#f-address")).hasValue("nothing to open");
        assertThat(page.locator("#e-address")).isVisible();
        page.locator("#f-address").fill("https://example.org/groups/coffee/1");
        button(page, "Record the address").click();
        assertThat(page.locator(".story-lead")).hasText("It is out.");
    }

    @Test
    void a_pause_is_seen_on_each_page_and_ended_there() {
        var seat = given.brand();
        var account = given.account(seat);
        var page = signedIn(window(), seat);
        page.navigate(given.at(seat) + "/deliveries");
        button(page, "Pause everything").click();
        planned.plan(seat, account, clock.instant(), "held");
        page.navigate(given.at(seat) + "/accounts");
        assertThat(page.locator(".paused-bar")).containsText("1 post is held back.");
        looks(page, "paused");
        button(page, "Go on").click();
        assertThat(page.locator(".paused-bar")).hasCount(0);
    }

    @Test
    void what_one_is_told_is_chosen_on_a_page_that_everybody_can_use() {
        var seat = given.brand();
        var page = signedIn(window(), seat);
        page.navigate(given.at(seat) + "/alerts");
        looks(page, "alerts");
    }

    /** Light on a desktop and dark on a phone, by axe too. */
    private void looks(Page page, String name) {
        assertAccessible(page);
        assertFits(page);
        picture(page, "publishing-" + name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        assertAccessible(page);
        assertFits(page);
        picture(page, "publishing-" + name + "-phone-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void refused(Seat seat, String text) {
        var account = given.account(seat);
        TestNetwork.of(account.place())
                .answers(new PublishOutcome.Rejected(new Fault("test", "The picture is too large")));
        planned.plan(seat, account, clock.instant(), text);
        clock.pass(Duration.ofMillis(3));
        planned.turn();
    }

    private String at(Seat seat, VersionId version) {
        return given.at(seat) + "/deliveries/" + planned.delivery(seat, version);
    }
}
