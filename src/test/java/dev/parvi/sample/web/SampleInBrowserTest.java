package dev.parvi.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SampleInBrowserTest extends BrowserTest {

    private static final String LOAD = "Load the sample brand";
    private static final String REMOVE = "Remove the sample brand";

    @Autowired
    HandClock clock;

    Seat seat;

    @BeforeEach
    void a_brand_on_a_monday_morning() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    @Test
    void one_click_loads_it_each_page_says_so_and_one_click_removes_it() {
        var page = signedIn(window(), seat);
        page.navigate(given.at(seat) + "/today");
        click(page, LOAD);
        assertThat(page.url()).contains("/b/kahvila-parvi");
        assertThat(page.getByText("This is the sample brand").isVisible()).isTrue();
        assertAccessible(page);
        picture(page, "sample-today");
        page.navigate(page.url().replaceFirst("/today.*", "/accounts"));
        assertThat(page.getByText("This is the sample brand").isVisible()).isTrue();
        var handle = page.url().replaceFirst(".*/b/([^/]+)/.*", "$1");
        for (var room : List.of("calendar", "pillars", "ideas", "posts", "deliveries")) {
            assertThat(page.navigate("/b/" + handle + "/" + room).status())
                    .as(room)
                    .isEqualTo(200);
            picture(page, "sample-" + room);
        }
        var dark = signedIn(window(390, ColorScheme.DARK), seat);
        dark.navigate("/b/" + handle + "/today");
        assertAccessible(dark);
        assertFits(dark);
        picture(dark, "sample-today-phone-dark");
        page.navigate("/@" + handle);
        for (var image : page.locator("main img").all()) {
            image.scrollIntoViewIfNeeded();
            assertThat(image.evaluate("async (image) => { await image.decode(); return image.naturalWidth > 0; }"))
                    .isEqualTo(true);
        }
        picture(page, "sample-page");
        page.navigate("/b/" + handle + "/today");
        click(page, REMOVE);
        assertThat(page.getByText("The sample brand is gone").isVisible()).isTrue();
        assertThat(page.navigate("/b/" + handle + "/today").status()).isEqualTo(404);
    }

    @Test
    void who_does_not_manage_is_offered_no_sample() {
        var page = signedIn(window(), given.colleague(seat, Role.AUTHOR));
        page.navigate(given.at(seat) + "/today");
        assertThat(page.getByText(LOAD).count()).isZero();
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
