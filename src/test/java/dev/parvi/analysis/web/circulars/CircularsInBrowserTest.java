package dev.parvi.analysis.web.circulars;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.Token;
import dev.parvi.sample.Sampling;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A manager has a report mailed each week, is told what is wrong, stops it and goes on; reports of campaigns and keeping beside it. */
class CircularsInBrowserTest extends BrowserTest {

    @Autowired
    Sampling sampling;

    @Autowired
    Branding branding;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandClock clock;

    private Seat sample() {
        clock.set(HandClock.START);
        var home = given.brand();
        var brand = sampling.load(home.member(), Locale.ENGLISH);
        return new Seat(home.member(), home.name(), brand.id(), EnumSet.of(Role.MANAGER));
    }

    @Test
    void a_report_is_mailed_each_week_until_somebody_stops_it() {
        var seat = sample();
        var at = "/b/" + Tenant.in(seat.brand(), branding::current).handle();
        var page = signedIn(window(), seat);
        page.navigate(at + "/analysis/reports/mail");
        assertAccessible(page);
        page.getByLabel("To whom").fill("aino@example.org\neve at example");
        page.getByLabel("At what time").fill("07:30");
        press(page, "Mail it from now on");
        assertThat(page.locator("#e-readers")).containsText("“eve” can’t be a mail address");
        assertThat(page.getByLabel("To whom")).hasValue("aino@example.org\neve at example");
        assertAccessible(page);
        page.getByLabel("To whom").fill("aino@example.org\neve@example.org");
        press(page, "Mail it from now on");
        assertThat(page.getByText("each week, Monday at")).isVisible();
        assertThat(page.getByText("eve@example.org").first()).isVisible();
        press(page, "Stop");
        assertThat(page.getByText("doesn’t go out").first()).isVisible();
        press(page, "Go on");
        assertThat(page.getByText("next 9 Nov 2026")).isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("The week").setExact(true))
                .click();
        assertThat(page.getByLabel("At what time")).hasValue("07:30");
        picture(page, "circulars-1280");
        var narrow = signedIn(window(390, ColorScheme.DARK), seat);
        narrow.navigate(at + "/analysis/reports/mail");
        assertAccessible(narrow);
        assertFits(narrow);
        picture(narrow, "circulars-390");
        stopped(seat, narrow);
        page.navigate(at + "/analysis/reports/mail");
        assertThat(page.getByText("stopped it")).isVisible();
    }

    private void stopped(Seat seat, Page narrow) {
        letter(seat, "aino@example.org", "a-secret-of-this-test-alone");
        narrow.navigate("/report/stop/a-secret-of-this-test-alone");
        assertThat(narrow.getByText("aino@example.org gets reports of Kahvila Parvi by mail."))
                .isVisible();
        assertAccessible(narrow);
        assertFits(narrow);
        press(narrow, "Don’t send it any more");
        assertThat(narrow.getByText("aino@example.org doesn’t get this report any more."))
                .isVisible();
        picture(narrow, "circular-stopped-390");
    }

    private void letter(Seat seat, String address, String secret) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into circular_letter (brand_id, circular_id, first_day, address, stop, state, at)
                        select current_brand(), id, date '2026-10-26', :address, :stop, 'SENT', now() from circular
                        where brand_id = current_brand()
                        """)
                        .param("address", address)
                        .param("stop", Token.hash(secret))
                        .update()));
    }

    @Test
    void a_report_of_a_campaign_has_its_days_and_what_it_cost() {
        var seat = sample();
        var at = "/b/" + Tenant.in(seat.brand(), branding::current).handle();
        for (var wide : new int[] {1280, 390}) {
            var page = signedIn(window(wide, wide == 390 ? ColorScheme.DARK : ColorScheme.LIGHT), seat);
            page.navigate(at + "/analysis/reports");
            assertAccessible(page);
            assertFits(page);
            picture(page, "reports-" + wide);
            page.locator("#f-kind").selectOption("CAMPAIGN");
            press(page, "Make the report");
            assertThat(page.getByText("Choose a campaign that has begun")).isVisible();
            page.locator("#f-campaign").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            press(page, "Make the report");
            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("What the campaign cost and brought")))
                    .isVisible();
            assertAccessible(page);
            assertFits(page);
            picture(page, "report-campaign-" + wide);
        }
    }

    @Test
    void how_long_figures_are_kept_is_said_and_set() {
        var seat = sample();
        var at = "/b/" + Tenant.in(seat.brand(), branding::current).handle();
        var page = signedIn(window(), seat);
        page.navigate(at + "/analysis/keeping");
        page.getByLabel("Days that each value stays").fill("7");
        press(page, "Save");
        assertThat(page.getByText("Write a number from 30 to 3650.")).isVisible();
        page.getByLabel("Days that each value stays").fill("45");
        press(page, "Save");
        assertThat(page.getByText("After 45 days only the last value of each day stays."))
                .isVisible();
        assertAccessible(page);
        assertFits(page);
        picture(page, "keeping");
    }
}
