package dev.parvi.team.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Packet;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HandOffPagesTest extends BrowserTest {

    @Autowired
    HandClock clock;

    @Autowired
    HandingOff handingOff;

    @Test
    void a_case_goes_out_by_a_link_that_needs_no_account_and_comes_back_with_an_answer() {
        var seat = given.brand();
        var said = new Packet.Line("Anna Aalto", clock.instant(), "Kolmas kylmä kuppi tällä viikolla.", false);
        var packet = new Packet(List.of("We promised a call on Monday"), List.of(said));
        var subject = new HandOff.Subject("conversation", 1);
        var request = new HandingOff.Request(
                HandOff.Job.SUPPORT,
                null,
                "Sami Salo",
                "",
                "Find out what is wrong with the machine.",
                clock.instant().plus(Duration.ofDays(2)));
        var link = Tenant.in(
                        seat.brand(),
                        () -> handingOff.give(
                                seat, new HandingOff.Case(subject, "Cold coffee", packet), request, Locale.ENGLISH))
                .orElseThrow();

        var outside = window();
        outside.navigate(link.replace("http://localhost:8080", address()));
        assertThat(outside.getByText("Kolmas kylmä kuppi")).isVisible();
        looked(outside, "handed");
        pressOnly(outside, "Answer");
        assertThat(outside.getByText("Write an answer of at most")).isVisible();
        outside.getByLabel("Answer").fill("The boiler was off. It is mended.");
        pressOnly(outside, "Answer");
        assertThat(outside.getByText("Thank you: it was passed on.")).isVisible();
        looked(outside, "handed-answered");

        var manager = signedIn(window(), seat);
        manager.navigate(given.at(seat) + "/hand-offs");
        assertThat(manager.getByText("The boiler was off.")).isVisible();
        looked(manager, "handoffs");
    }

    private static void pressOnly(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
