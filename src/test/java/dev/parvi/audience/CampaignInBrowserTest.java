package dev.parvi.audience;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.TypedAudience;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CampaignInBrowserTest extends BrowserTest {

    @Autowired
    Aiming aiming;

    @Autowired
    HandClock clock;

    private Seat seat;

    @BeforeEach
    void begin() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    private static void click(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void a_campaign_is_written_down_paid_by_hand_and_by_table_and_handed_off() {
        var window = signedIn(window(), seat);
        window.navigate(given.at(seat) + "/audience/campaigns");
        assertAccessible(window);
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New campaign"))
                .click();
        window.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Autumn");
        window.getByLabel("Goal").fill("Registrations");
        window.getByLabel("Links", new Page.GetByLabelOptions().setExact(true)).fill("nowhere");
        click(window, "Save");
        assertThat(window.getByText("Write one full address a line")).isVisible();
        assertThat(window.getByLabel("Goal")).hasValue("Registrations");
        assertAccessible(window);
        window.getByLabel("Links", new Page.GetByLabelOptions().setExact(true)).fill("https://example.org/autumn");
        click(window, "Save");
        assertThat(window.getByText("Campaign saved.")).isVisible();
        costs(window);
        window.getByText("Hand it off").click();
        window.getByLabel("What is needed").fill("Run it, please");
        assertAccessible(window);
        picture(window, "campaign");
        window.navigate(given.at(seat) + "/audience/campaigns");
        assertThat(window.getByText("€1,012.50")).isVisible();
        picture(window, "campaigns");
    }

    private static void costs(Page window) {
        window.getByLabel("Sum in EUR").fill("much");
        click(window, "Add");
        assertThat(window.getByText("Write a sum, such as 12.50.")).isVisible();
        window.getByLabel("Sum in EUR").fill("12.50");
        click(window, "Add");
        assertThat(window.getByText("Cost saved.")).isVisible();
        window.getByLabel("A table from the ad system (CSV)")
                .setInputFiles(new FilePayload("a.csv", "text/csv", "name\nx\n".getBytes(StandardCharsets.UTF_8)));
        click(window, "Take in");
        assertThat(window.getByText("The first line has to name the columns")).isVisible();
        assertAccessible(window);
        window.getByLabel("A table from the ad system (CSV)")
                .setInputFiles(new FilePayload(
                        "a.csv",
                        "text/csv",
                        "date,source,cost\n2026-10-01,Search,1000\nx,y,z\n".getBytes(StandardCharsets.UTF_8)));
        click(window, "Take in");
        assertThat(window.getByText("1 sum taken in. These lines have no day or no sum and were left out: 3."))
                .isVisible();
    }

    @Test
    void the_brief_and_the_people_who_matter_fit_a_phone_in_the_dark() {
        Tenant.run(
                seat.brand(),
                () -> aiming.change(
                        seat, new TypedAudience(Set.of("fi"), "Turku", "kahvi", Set.of("BOTS"), "Nordkap", "")));
        var window = signedIn(window(390, ColorScheme.DARK), seat);
        for (var page : new String[] {"/audience/brief", "/audience/who-matters", "/audience/campaigns/new"}) {
            window.navigate(given.at(seat) + page);
            assertFits(window);
            assertAccessible(window);
            picture(window, "audience-phone" + page.replace('/', '-'));
        }
    }
}
