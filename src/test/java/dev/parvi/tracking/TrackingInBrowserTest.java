package dev.parvi.tracking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of links and of what they brought, as people use them. */
class TrackingInBrowserTest extends BrowserTest {

    @Autowired
    Branding branding;

    @Autowired
    Linking linking;

    @Autowired
    Collecting collecting;

    @Autowired
    Redirecting redirecting;

    @Autowired
    Arranging arranging;

    @Autowired
    Rolling rolling;

    @Autowired
    HandClock clock;

    private static final String AGENT =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";

    @Test
    void rules_are_set_links_made_and_what_they_brought_is_read() { // limit: 60 because it is one way through two pages
        var seat = given.brand();
        var at = "/b/" + Tenant.in(seat.brand(), branding::current).handle();
        var window = signedIn(window(1280, ColorScheme.LIGHT), seat);
        window.navigate(at + "/tracking");
        window.locator("#f-hosts").fill("https://shop.example/a");
        window.locator("#f-keepDays").fill("400");
        window.locator("section[aria-labelledby=t-rules] button").click();
        assertThat(window.locator("#e-keepDays")).isVisible();
        window.locator("#f-keepDays").fill("30");
        window.locator("section[aria-labelledby=t-rules] button").click();
        assertThat(window.locator("#f-hosts")).hasValue("shop.example");
        window.locator("section[aria-labelledby=t-links] summary").click();
        window.locator("#f-address").fill("https://shop.example/spring");
        window.locator("section[aria-labelledby=t-links] form button").click();
        assertThat(window.locator("section[aria-labelledby=t-links] tbody tr")).hasCount(1);
        window.locator("#key-name").fill("Shop");
        window.locator("section[aria-labelledby=t-keys] > div > form button").click();
        assertThat(window.locator(".alert-success code")).containsText("parvi_");
        picture(window, "tracking");

        var code = Tenant.in(
                        seat.brand(),
                        () -> linking.reserve(
                                LinkPlace.post(new PostId(5), new AccountId(1), 0, null, Map.of("campaign", "spring")),
                                URI.create("https://shop.example/a")))
                .getPath()
                .substring(3);
        var caller = new Redirecting.Caller("203.0.113.9", AGENT, false);
        redirecting.way(code, caller);
        var site = Tenant.in(seat.brand(), () -> arranging.shown().rules().site());
        var told = Told.of("bought", clock.instant(), new java.math.BigDecimal("12.50"), "EUR", "one", "", "");
        collecting.did(new Collecting.Reporter(site, "https://shop.example", caller, ""), told);
        rolling.until(clock.instant().plusMillis(1));
        window.navigate(at + "/results?by=CAMPAIGN");
        assertThat(window.locator("section[aria-labelledby=r-by] tbody tr").first())
                .containsText("spring");
        assertThat(window.locator("section[aria-labelledby=r-by] tbody tr").first())
                .containsText("12.5 / 12.5 / 12.5 EUR");
        picture(window, "results");
        window.navigate(at + "/results?by=nonsense&from=0000-99-99&until=x&name=%27");
        assertThat(window.locator("h1")).isVisible();
    }
}
