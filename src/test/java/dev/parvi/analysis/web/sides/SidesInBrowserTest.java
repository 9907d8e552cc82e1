package dev.parvi.analysis.web.sides;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.analysis.Analysing;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import dev.parvi.sample.Sampling;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each side of the work is shown with its figures, and can be read without the drawings. */
class SidesInBrowserTest extends BrowserTest {

    @Autowired
    Sampling sampling;

    @Autowired
    Branding branding;

    @Autowired
    HandClock clock;

    @Test
    void each_side_of_the_sample_brand_is_shown_at_both_widths_in_light_and_dark() {
        clock.set(HandClock.START);
        var home = given.brand();
        var brand = sampling.load(home.member(), Locale.ENGLISH);
        var seat = new Seat(home.member(), home.name(), brand.id(), EnumSet.of(Role.MANAGER));
        var at = "/b/" + Tenant.in(brand.id(), branding::current).handle();
        for (var wide : new int[] {1280, 390}) {
            var page = signedIn(window(wide, wide == 390 ? ColorScheme.DARK : ColorScheme.LIGHT), seat);
            for (var side : Analysing.sides()) {
                page.navigate(at + "/analysis/" + side);
                assertAccessible(page);
                assertFits(page);
                picture(page, "analysis-" + side + "-" + wide);
            }
        }
        var page = signedIn(window(), seat);
        page.navigate(at + "/analysis?days=30");
        page.getByText("Table: Echo of the posts").click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("The time before")))
                .isVisible();
        page.getByText("How this is reckoned").nth(1).click();
        assertThat(page.getByText("Sum of the views that networks show of these posts."))
                .isVisible();
        assertThat(page.getByText("not told by the network").first()).isVisible();
        page.getByLabel("Time").selectOption("7");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page.getByLabel("Time")).hasValue("7");
        page.locator(".block-table a").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Through its life")))
                .isVisible();
        assertAccessible(page);
        picture(page, "analysis-post");
    }
}
