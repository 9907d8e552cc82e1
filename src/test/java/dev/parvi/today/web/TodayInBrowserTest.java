package dev.parvi.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Accessing;
import dev.parvi.connector.Fault;
import dev.parvi.planning.Slotting;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.support.Posted;
import dev.parvi.team.Seat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TodayInBrowserTest extends BrowserTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Autowired
    Posted posted;

    @Autowired
    HandClock clock;

    @Autowired
    Accessing accessing;

    @Autowired
    Slotting slotting;

    Seat seat;

    @BeforeEach
    void a_brand_on_a_monday_morning() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    @Test
    void a_new_brand_opens_its_own_page_in_one_click_and_its_day_is_quiet() {
        var page = today(window());
        assertAccessible(page);
        picture(page, "today-first");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open: Own page"))
                .click();
        assertThat(page.url()).contains("/accounts");
        assertAccessible(page);
        picture(page, "accounts");
        page.navigate(given.at(seat) + "/today");
        assertThat(page.getByText("Nothing needs doing now.").isVisible()).isTrue();
        assertAccessible(page);
        picture(page, "today-quiet");
    }

    @Test
    void a_full_day_is_readable_in_the_light_in_the_dark_and_on_a_phone() {
        fullDay();
        drawn(today(window()), "today");
        drawn(today(window(1280, ColorScheme.DARK)), "today-dark");
        drawn(today(phone()), "today-phone");
        drawn(today(window(390, ColorScheme.DARK)), "today-phone-dark");
    }

    @Test
    void accounts_are_readable_and_what_the_network_refuses_is_said_beside_the_form() {
        var account = given.account(seat);
        accessing.lost(seat.brand(), account.id(), new Fault("test.refused", ""));
        var page = signedIn(phone(), seat);
        page.navigate(given.at(seat) + "/accounts");
        drawn(page, "accounts-phone");
        page.navigate(given.at(seat) + "/accounts/" + account.id());
        page.getByLabel("Handle").fill("somebody");
        page.getByLabel("Password").fill("wrong");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in again"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText("did not take"))
                        .count())
                .isPositive();
        assertThat(page.getByLabel("Handle").inputValue()).isEqualTo("somebody");
        drawn(page, "account-phone");
        var wide = signedIn(window(1280, ColorScheme.DARK), seat);
        wide.navigate(given.at(seat) + "/accounts/" + account.id());
        drawn(wide, "account-dark");
        wide.navigate(given.at(seat) + "/accounts/networks/test");
        drawn(wide, "connect-dark");
    }

    private Page today(Page window) {
        var page = signedIn(window, seat);
        page.navigate(given.at(seat) + "/today");
        return page;
    }

    private static void drawn(Page page, String name) {
        assertAccessible(page);
        assertFits(page);
        picture(page, name);
    }

    private void fullDay() {
        var account = given.account(seat);
        var lost = given.account(seat);
        posted.delivery(
                seat,
                account,
                "The first tray of cinnamon buns comes out at 8:15. The second at 9. There is no third, so set your alarm.",
                MONDAY.atTime(10, 30),
                DeliveryState.UNKNOWN);
        posted.delivery(seat, account, "Meet Aino", MONDAY.atTime(10, 5), DeliveryState.FAILED);
        posted.delivery(
                seat,
                posted.byHand(seat),
                "Found under table three: one red mitten",
                MONDAY.atTime(10, 1),
                DeliveryState.PENDING);
        posted.planned(
                seat,
                "Cupping evening on Friday at six: five coffees, five spoons, no wrong answers.",
                MONDAY.atTime(16, 0),
                account,
                lost);
        posted.draft(seat, "Our espresso machine turns twenty this winter. What should we give it?");
        posted.draft(seat, "");
        Tenant.run(
                seat.brand(),
                () -> slotting.add(
                        seat, account.id(), List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), LocalTime.of(9, 0)));
        Tenant.run(
                seat.brand(), () -> slotting.add(seat, account.id(), List.of(DayOfWeek.THURSDAY), LocalTime.of(15, 0)));
        accessing.lost(seat.brand(), lost.id(), new Fault("test.refused", ""));
    }
}
