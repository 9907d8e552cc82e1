package dev.parvi.community.web.conflict;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parvi.account.Account;
import dev.parvi.community.Quarrels;
import dev.parvi.community.Talked;
import dev.parvi.publishing.Planned;
import dev.parvi.shared.ConversationId;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import({Talked.class, Planned.class, Quarrels.class})
class ConflictInBrowserTest extends BrowserTest {

    @Autowired
    Talked talked;

    @Autowired
    Quarrels quarrels;

    @Autowired
    HandClock clock;

    private Seat seat;
    private Account account;

    private Talked.Word says(String who, int after, String text) {
        clock.pass(Duration.ofMinutes(after));
        return talked.says(seat, account, who, "post-1", null, text, clock.instant());
    }

    @Test
    void a_conflict_goes_from_proposal_to_outcome() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
        var desk = signedIn(window(), seat);
        var talk = given.at(seat) + "/inbox/" + quarrel();
        proposed(desk, talk);
        workedOn(desk);
        answeredByTwo(desk, talk);
        ended(desk, talk);
        aWeekLater(desk);
    }

    private ConversationId quarrel() {
        talked.says(seat, account, "Carla", "post-2", null, "Do you roast on Mondays too?", clock.instant());
        says("Anna", 1, "Third week without my order and nobody picks up the phone. This is a scam.");
        says("Bert", 14, "Same here, they took my money and vanished. Terrible.");
        return says("Dora", 25, "Stop deleting comments, you liars! I go to the police.")
                .conversation();
    }

    /** With its reason, first on Today and in the inbox. */
    private void proposed(Page desk, String talk) {
        desk.navigate(given.at(seat) + "/today");
        desk.locator("#today-conflicts-new").waitFor();
        looked(desk, "conflict-today");
        desk.navigate(given.at(seat) + "/inbox");
        assertThat(desk.locator(".inbox-row").first()).hasClass(Pattern.compile(".*is-CONFLICT.*"));
        desk.navigate(talk);
        assertThat(desk.locator(".case-panel")).containsText("by 3 people, within 39 minutes");
        looked(desk, "conflict-proposed");
        press(desk, "Yes, take it up");
    }

    private void workedOn(Page desk) {
        desk.getByLabel("In a sentence or two")
                .fill("Parcels of the last three weeks are late, and nobody answers the phone.");
        desk.getByLabel("Severity").selectOption("SERIOUS");
        press(desk, "Save");
        press(desk, "Add the fact");
        assertThat(desk.getByText("Write the fact first.")).isVisible();
        desk.getByLabel("What is known for certain").fill("The carrier has been on strike since 12 October.");
        press(desk, "Add the fact");
        desk.getByLabel("The promise, as it was given").fill("Everybody gets their money back, or a date.");
        press(desk, "Note the promise");
        desk.getByLabel("Nobody answers alone").selectOption("hours");
        desk.locator("form[action$='/cooling'] button").click();
        assertThat(desk.locator("#case-cooling + p")).containsText("no answer goes without a second person");
        looked(desk, "conflict");
    }

    /** While it cools off. */
    private void answeredByTwo(Page desk, String talk) {
        desk.navigate(talk);
        assertThat(desk.locator(".case-panel")).containsText("Promised: Everybody gets");
        looked(desk, "conflict-beside");
        desk.locator("#answer-text").fill("Everybody gets their money back by Friday, or a delivery date today at 16.");
        press(desk, "Ask a second person");
        var other = signedIn(window(), given.colleague(seat, Role.MODERATOR));
        other.navigate(talk);
        press(other, "Let it go");
        assertThat(other.getByText("The answer is on its way.")).isVisible();
    }

    /** In words. */
    private void ended(Page desk, String talk) {
        desk.navigate(talk);
        desk.getByText("Open the case").click();
        press(desk, "We kept it");
        desk.getByLabel("they say that it’s good").check();
        press(desk, "End the case");
        assertThat(desk.getByText("Say in a few words what was done")).isVisible();
        assertThat(desk.getByLabel("they say that it’s good")).isChecked();
        desk.getByLabel("What was done, and what we learn from it")
                .fill("Paid back, called all three. A strike is told on the page at once.");
        press(desk, "End the case");
        assertThat(desk.getByText("In a week the desk looks")).isVisible();
    }

    private void aWeekLater(Page desk) {
        clock.pass(Duration.ofDays(8));
        var said = "Thank you, I love the new roast, great service!";
        talked.says(seat, account, "Anna", "post-3", null, said, clock.instant().minus(Duration.ofDays(2)));
        quarrels.lookBack(seat);
        desk.navigate(given.at(seat) + "/today");
        desk.locator("#today-conflicts-back a").first().click();
        looked(desk, "conflicts");
        desk.getByText("Parcels of the last three weeks").first().click();
        assertThat(desk.getByText("Of 3 people of whom it can be known, one came back."))
                .isVisible();
        looked(desk, "conflict-later");
        press(desk, "I’ve seen it");
        assertThat(desk.getByText("No conflict needs you.")).isVisible();
    }
}
