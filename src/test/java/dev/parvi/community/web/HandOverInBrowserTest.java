package dev.parvi.community.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parvi.community.Talked;
import dev.parvi.publishing.Planned;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import({Talked.class, Planned.class})
class HandOverInBrowserTest extends BrowserTest {

    @Autowired
    Talked talked;

    @Autowired
    HandClock clock;

    @Test
    void a_conversation_is_handed_off_by_a_link_and_comes_up_again_with_its_answer() {
        clock.set(HandClock.START);
        var seat = given.brand();
        var account = given.account(seat);
        var said = talked.says(
                seat,
                account,
                "Anna",
                "post-1",
                null,
                "My order came broken and nobody has answered.",
                clock.instant().minus(Duration.ofHours(1)));
        var desk = signedIn(window(), seat);
        desk.navigate(given.at(seat) + "/inbox/" + said.conversation());
        desk.getByText("Hand off", new Page.GetByTextOptions().setExact(true)).click();
        press(desk, "Hand off");
        assertThat(desk.getByText("Say what is needed.")).isVisible();
        assertThat(desk.getByText("Choose a colleague, or name the person outside."))
                .isVisible();
        desk.getByLabel("What is needed").fill("Was this parcel insured?");
        desk.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Carrier desk");
        press(desk, "Hand off");
        var link = desk.getByLabel("Pass this link on").inputValue();
        looked(desk, "handover");
        desk.navigate(given.at(seat) + "/inbox/" + said.conversation());
        press(desk, "Done");

        var outside = window();
        outside.navigate(link.replace("http://localhost:8080", address()));
        assertThat(outside.locator(".handoff-said .handoff-text")).containsText("My order came broken");
        outside.getByLabel("Answer").fill("It was insured. We pay.");
        press(outside, "Answer");
        assertThat(outside.getByText("Thank you: it was passed on.")).isVisible();

        desk.navigate(given.at(seat) + "/inbox?view=open");
        assertThat(desk.locator(".inbox-link").first()).containsText("My order came broken");
        desk.navigate(given.at(seat) + "/inbox/" + said.conversation() + "/hand-offs");
        assertThat(desk.getByText("It was insured. We pay.")).isVisible();
    }
}
