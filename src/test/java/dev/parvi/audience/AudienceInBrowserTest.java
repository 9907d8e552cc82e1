package dev.parvi.audience;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Account;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AudienceInBrowserTest extends BrowserTest {

    @Autowired
    Gathering gathering;

    @Autowired
    Judging judging;

    @Autowired
    HandClock clock;

    private Seat seat;
    private Account account;

    @BeforeEach
    void begin() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
    }

    private void reads() {
        clock.pass(Gathering.LONG_PAUSE);
        Tenant.run(seat.brand(), () -> {
            gathering.turn();
            while (judging.judge() > 0) {
                Thread.onSpinWait();
            }
        });
    }

    private void crowd() {
        var crowd = TestNetwork.of(account.place()).crowd();
        crowd.joins(
                "old",
                "Vanha tuttu",
                "Kahvia aamusta iltaan, Turku",
                clock.instant().minus(Duration.ofDays(50)));
        reads();
        crowd.joins("liisa", "Liisa", "Kahvihullu Turusta").joins("john", "John", "Coffee nerd living in London");
        crowd.joins("kauppa", "Halpakahvi Oy", "Verkkokauppa").joins("x", "Hiljainen", "");
        for (var n = 0; n < 21; n++) {
            crowd.joins("bot" + n, "Anna " + n, "Earn money from home, link below");
        }
        reads();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void click(Page page, String name) {
        button(page, name).click();
    }

    @Test
    void a_manager_says_whom_to_reach_and_sees_who_of_the_followers_fits_and_why() {
        var window = signedIn(window(), seat);
        window.navigate(given.at(seat) + "/audience");
        assertAccessible(window);
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Say whom"))
                .click();
        assertAccessible(window);
        window.getByLabel("Finnish").check();
        window.getByLabel("Places").fill("Turku");
        window.getByLabel("Interests").fill("kahvi\ncoffee");
        window.getByLabel("Shops and sellers", new Page.GetByLabelOptions().setExact(true))
                .check();
        window.getByLabel("Bots and spam", new Page.GetByLabelOptions().setExact(true))
                .check();
        window.getByLabel("Competitors").fill("x");
        click(window, "Save");
        assertThat(window.getByText("Write one a line: at most 100 lines")).isVisible();
        assertThat(window.getByLabel("Places")).hasValue("Turku");
        assertAccessible(window);
        window.getByLabel("Competitors").fill("Aurajoen Paahtimo");
        click(window, "Save");
        assertThat(window.getByText("Target audience saved.")).isVisible();
        seen(window);
    }

    private void seen(Page window) {
        crowd();
        window.navigate(given.at(seat) + "/audience");
        assertThat(window.getByText("perhaps bought or botted")).isVisible();
        window.getByText("As a table").click();
        assertThat(window.getByRole(AriaRole.TABLE).first()).isVisible();
        assertAccessible(window);
        picture(window, "audience");
        window.navigate(given.at(seat) + "/audience/people?fit=FITS");
        assertThat(window.locator(".audience-people > li")).hasCount(2);
        assertThat(window.getByText("interest: “kahvihullu”")).isVisible();
        assertAccessible(window);
        window.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Don’t fit").setExact(true))
                .click();
        assertThat(window.getByText("another place: london")).isVisible();
        picture(window, "audience-people");
    }

    @Test
    void it_fits_a_phone_in_the_dark_and_an_author_sees_it_without_the_way_to_change_it() {
        crowd();
        var window = signedIn(window(390, ColorScheme.DARK), given.colleague(seat, Role.AUTHOR));
        window.navigate(given.at(seat) + "/audience");
        assertFits(window);
        assertAccessible(window);
        assertThat(window.getByText("Say whom")).hasCount(0);
        picture(window, "audience-phone");
        window.navigate(given.at(seat) + "/audience/people");
        assertFits(window);
        assertAccessible(window);
    }
}
