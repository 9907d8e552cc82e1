package dev.parvi.analysis.web.goals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Account;
import dev.parvi.brand.Aspiring;
import dev.parvi.brand.TypedGoal;
import dev.parvi.community.Talked;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A goal is set with its formula in sight, what is wrong is said where it stands, and how far it is can be read without the drawing. */
@Import(Talked.class)
class GoalsInBrowserTest extends BrowserTest {

    @Autowired
    Aspiring aspiring;

    @Autowired
    Talked talked;

    @Autowired
    HandClock clock;

    private Seat seat;
    private String at;
    private Account account;

    @BeforeEach
    void fourteen_weeks_of_talk() {
        clock.set(HandClock.START);
        seat = given.brand();
        at = given.at(seat);
        account = given.account(seat);
        for (var week = 1; week <= 14; week++) {
            for (var n = 0; n < 3 + week % 3; n++) {
                talked.says(
                        seat,
                        account,
                        "Anna " + n,
                        "post-" + week,
                        null,
                        "What a week, number " + week + "?",
                        HandClock.START.minus(Duration.ofDays(7L * week - 3)).plusSeconds(n));
            }
        }
    }

    @Test
    void a_goal_is_typed_wrong_and_then_right() {
        var page = signedIn(window(), seat);
        page.navigate(at + "/goals");
        assertAccessible(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New goal"))
                .click();
        page.getByLabel("Name").fill("More talk by the new year");
        page.getByLabel("Whose goal").selectOption(account.id().toString());
        page.getByLabel("Measured by").selectOption("TALK");
        page.getByLabel("Target").fill("many");
        page.getByLabel("Last day").fill("2026-12-31");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(page.getByText("Write a number, such as 1200 or 4.5.")).isVisible();
        assertThat(page.getByLabel("Name")).hasValue("More talk by the new year");
        assertThat(page.getByText("In the last four weeks it came to 16.")).isVisible();
        assertAccessible(page);
        page.getByLabel("Target").fill("60");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(page.getByText("The goal is set.")).isVisible();
        assertThat(page.getByText(Pattern.compile("Tried on the past: in \\d+ of \\d+ weeks")))
                .isVisible();
        page.getByText("Table: Course by week").click();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Likely range, from")))
                .isVisible();
        assertAccessible(page);
        assertFits(page);
        picture(page, "goal");
        page.getByText("How this is reckoned").click();
        assertThat(page.getByText("What others than us said to the account in the time"))
                .isVisible();
    }

    @Test
    void on_a_phone_in_the_dark_goals_fit_and_are_read_without_colours() {
        Tenant.run(seat.brand(), () -> {
            var company = aspiring.add(
                    seat, new TypedGoal("", "", "Known by name", "RECALL", "12", "20", "2026-10-01", "2026-12-31", ""));
            aspiring.add(
                    seat,
                    new TypedGoal(
                            account.id().toString(),
                            company.toString(),
                            "Talk of two hundred",
                            "TALK",
                            "",
                            "200",
                            "2026-09-07",
                            "2026-12-31",
                            ""));
        });
        var page = signedIn(window(390, ColorScheme.DARK), seat);
        page.navigate(at + "/goals");
        assertThat(page.getByText("behind its path")).isVisible();
        assertThat(page.getByText("1 account goal works for it")).isVisible();
        assertAccessible(page);
        assertFits(page);
        picture(page, "goals-phone");
        page.getByText("Talk of two hundred").click();
        assertAccessible(page);
        assertFits(page);
        picture(page, "goal-phone");
        page.navigate(at + "/goals");
        page.getByText("Known by name").click();
        page.getByLabel("Stands at").fill("x");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByText("Write a number")).isVisible();
        page.getByLabel("Stands at").fill("14,5");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByText("The figure is kept.")).isVisible();
    }
}
