package dev.parvi.team.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parvi.support.BrowserTest;
import dev.parvi.team.Role;
import org.junit.jupiter.api.Test;

class TeamPagesTest extends BrowserTest {

    @Test
    void somebody_invited_by_a_link_becomes_a_member_of_the_brand() {
        var seat = given.brand();
        var manager = signedIn(window(), seat);
        manager.navigate(given.at(seat) + "/team");
        manager.getByText("Make the invitation").click();
        assertThat(manager.getByText("Choose at least one role.")).isVisible();
        var form = manager.locator("form[action$='/invitations']");
        form.getByLabel("E-mail").fill("olli@example.org");
        form.getByLabel("Author").check();
        manager.getByText("Make the invitation").click();
        var link = manager.getByLabel("The invitation’s link").inputValue();
        looked(manager, "team");

        var newcomer = window();
        newcomer.navigate(link.replace("http://localhost:8080", address()));
        assertThat(newcomer.getByText("Maija invites you.")).isVisible();
        assertThat(newcomer.getByLabel("E-mail")).hasValue("olli@example.org");
        looked(newcomer, "join");
        newcomer.getByLabel("E-mail").fill(seat.brand() + "-olli@example.org");
        newcomer.getByLabel("Name").fill("Olli Ojanen");
        newcomer.getByLabel("Password").fill("kolme kissaa katolla");
        newcomer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join"))
                .click();
        newcomer.navigate(given.at(seat) + "/team");
        assertThat(newcomer.getByText("Olli Ojanen").first()).isVisible();
        assertThat(newcomer.getByText("Invite somebody")).hasCount(0);
        newcomer.navigate(link.replace("http://localhost:8080", address()));
        assertThat(newcomer.getByText("This invitation is gone")).isVisible();
        looked(newcomer, "gone");

        manager.navigate(given.at(seat) + "/audit");
        assertThat(manager.getByText("joined the brand")).isVisible();
        looked(manager, "audit");
    }

    @Test
    void a_member_signs_in_changes_the_password_and_ends_other_sessions() {
        var seat = given.brand();
        var other = signedIn(window(), seat);
        var page = signedIn(window(), seat);
        page.navigate("/me");
        looked(page, "me");
        page.getByLabel("Dark").check();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        page.getByText("Sign out everywhere else").click();
        assertThat(page.getByText("Saved.")).isVisible();
        other.navigate("/me");
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Sign in");
        looked(other, "signin");
        other.getByLabel("E-mail").fill("nobody@example.org");
        other.getByLabel("Password").fill("not the one");
        other.getByRole(AriaRole.BUTTON).click();
        assertThat(other.getByText("do not go together")).isVisible();
        assertThat(other.getByLabel("E-mail")).hasValue("nobody@example.org");
        looked(other, "signin-wrong");
    }

    @Test
    void settings_are_changed_and_the_desk_takes_the_new_colour() {
        var seat = given.brand();
        var page = signedIn(window(), seat);
        page.navigate(given.at(seat) + "/settings");
        looked(page, "settings");
        page.getByLabel("Late after").fill("soon");
        page.getByText("Save").click();
        assertThat(page.getByText("Enter a number of minutes from 1 to 1440.")).isVisible();
        assertThat(page.getByLabel("Late after")).hasValue("soon");
        page.getByLabel("Late after").fill("45");
        page.getByLabel("Berry red").check();
        page.getByText("Save").click();
        assertThat(page.getByText("Settings saved.")).isVisible();
        assertThat(page.locator("link[href$='/look/b0305c.css']")).hasCount(1);
    }

    @Test
    void an_author_sees_no_door_to_settings_and_is_told_why_the_page_is_closed() {
        var author = given.colleague(given.brand(), Role.AUTHOR);
        var page = signedIn(window(), author);
        page.navigate(given.at(author) + "/team");
        assertThat(page.getByRole(AriaRole.NAVIGATION).getByText("Settings")).hasCount(0);
        page.navigate(given.at(author) + "/settings");
        assertThat(page.getByText("Your role in this brand does not include this."))
                .isVisible();
        looked(page, "notallowed");
        page.navigate(given.at(author) + "/nowhere");
        assertThat(page.getByText("There is no such page")).isVisible();
        looked(page, "notfound");
    }

    @Test
    void the_desk_is_walked_by_keyboard() {
        var seat = given.brand();
        var page = signedIn(window(), seat);
        page.navigate(given.at(seat) + "/team");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to content")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("main :focus")).hasCount(1);
    }

    @Test
    void on_a_phone_the_other_rooms_are_one_tap_away() {
        var seat = given.brand();
        var page = signedIn(phone(), seat);
        page.navigate(given.at(seat) + "/team");
        page.getByText("More").click();
        var more = page.locator(".desk-more-list");
        assertThat(more.getByText("Settings")).isVisible();
        picture(page, "phone-more");
        page.keyboard().press("Escape");
        assertThat(more).isHidden();
    }

    @Test
    void a_change_sent_after_the_sign_in_ran_out_says_so_and_leaves_what_was_typed() {
        var seat = given.brand();
        var page = signedIn(window(), seat);
        page.navigate("/me");
        page.getByLabel("Name").fill("Maija Uusi");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("parvi"));
        page.evaluate("htmx.ajax('POST', '/me', { source: 'form[action=\"/me\"]', swap: 'none' })");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("You are signed out. What you typed is still");
        assertThat(page.getByLabel("Name")).hasValue("Maija Uusi");
        looked(page, "signed-out-part");
        page.getByText("Save").click();
        assertThat(page.getByText("What you typed is still here.")).isVisible();
        looked(page, "signed-out");
        signedIn(page, seat);
        page.getByText("Send again").click();
        assertThat(page.getByLabel("Name")).hasValue("Maija Uusi");
        assertThat(page.getByText("Saved.")).isVisible();
    }

    @Test
    void a_change_that_no_answer_comes_to_says_so() {
        var seat = given.brand();
        var page = signedIn(window(), seat);
        page.navigate("/me");
        page.context().setOffline(true);
        page.evaluate("htmx.ajax('POST', '/me', { source: 'form[action=\"/me\"]', swap: 'none' }).catch(() => {})");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The desk did not answer.");
        page.context().setOffline(false);
    }
}
