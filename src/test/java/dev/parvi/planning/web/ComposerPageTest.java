package dev.parvi.planning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.parvi.account.Connecting;
import dev.parvi.support.BrowserTest;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ComposerPageTest extends BrowserTest {

    @Autowired
    Connecting connecting;

    Seat seat;

    @BeforeEach
    void make() throws Exception {
        seat = given.brand();
        connecting.answer(seat, "page", Map.of());
        connecting.answer(seat, "byhand", Map.of("name", "Roastery group", "address", ""));
    }

    @Test
    void a_member_writes_a_post_sees_it_as_the_network_shows_it_and_adds_a_picture_with_alt_text() throws Exception {
        var window = composer(window());
        window.getByLabel("Text for all accounts").fill("Uusi erä Etiopiasta on paahdettu ☕");
        window.locator("[data-where]").first().check();
        assertThat(window.locator("#previews")).containsText("Uusi erä Etiopiasta on paahdettu ☕");
        window.locator("#files").setInputFiles(png());
        window.getByLabel("What picture 1 shows").fill("Coffee beans on a cooling tray");
        assertThat(drawn(window, "Coffee beans on a cooling tray").first()).isVisible();
        assertThat(window.locator("#saved")).containsText("Saved");
        assertThat(window.locator("#schedule form").first()).isVisible();
        assertAccessible(window);
        assertFits(window);
        window.reload();
        assertThat(window.getByLabel("What picture 1 shows")).hasValue("Coffee beans on a cooling tray");
    }

    @Test
    void a_picture_is_cropped_and_goes_along_as_cropped() throws Exception {
        var window = composer(window());
        window.locator("#files").setInputFiles(png());
        assertThat(window.getByLabel("What picture 1 shows")).isVisible();
        window.locator("[data-where]").first().check();
        window.getByText("Crop", new Page.GetByTextOptions().setExact(true)).click();
        window.getByText("1:1").click();
        assertThat(window.locator("#previews svg[role=img]"))
                .hasAttribute("viewBox", Pattern.compile("(99|100) 0 400 400"));
    }

    @Test
    void what_is_typed_chosen_and_opened_while_a_picture_is_on_its_way_is_kept() throws Exception {
        var window = composer(window());
        window.getByLabel("Text for all accounts").fill("Before");
        window.locator("[data-where]").nth(0).check();
        assertThat(window.locator("#previews")).containsText("Before");
        var held = held(window);
        window.locator("#files").setInputFiles(png());
        window.waitForCondition(() -> !held.isEmpty());
        window.locator("[data-where]").nth(0).uncheck();
        window.locator("[data-where]").nth(1).check();
        window.getByText("Say it differently here").nth(1).click();
        window.getByLabel("Own words for Roastery group").check();
        window.getByLabel("Text for Roastery group").fill("Only for the group");
        window.getByLabel("Text for all accounts").fill("Before and while");
        released(window, held);
        assertThat(window.getByLabel("What picture 1 shows")).isVisible();
        assertThat(window.locator("[data-where]").nth(0)).not().isChecked();
        assertThat(window.locator("[data-where]").nth(1)).isChecked();
        assertThat(window.getByLabel("Text for Roastery group")).hasValue("Only for the group");
        assertThat(window.getByLabel("Text for all accounts")).hasValue("Before and while");
        assertThat(window.locator("#previews")).containsText("Only for the group");
        window.reload();
        assertThat(window.locator("[data-where]").nth(0)).not().isChecked();
        assertThat(window.locator("[data-where]").nth(1)).isChecked();
        assertThat(window.getByLabel("Text for all accounts")).hasValue("Before and while");
        assertThat(window.getByLabel("Text for Roastery group")).hasValue("Only for the group");
        assertThat(window.getByLabel("What picture 1 shows")).isVisible();
    }

    @Test
    void what_is_typed_while_a_part_is_taken_away_stays_with_its_part() {
        var window = composer(window());
        window.getByLabel("Text for all accounts").fill("One");
        window.getByText("Add a part").click();
        window.locator("#part-0").fill("Two");
        window.getByText("Add a part").click();
        window.locator("#part-1").fill("Three");
        assertThat(window.locator("#saved [data-kept]")).isVisible();
        var held = held(window);
        window.locator("button[value='cut:0']").click();
        window.waitForCondition(() -> !held.isEmpty());
        window.locator("#part-1").fill("Three and more");
        released(window, held);
        assertThat(window.locator("#part-1")).hasCount(0);
        assertThat(window.locator("#part-0")).hasValue("Three and more");
        assertThat(window.locator("#part-0")).isFocused();
    }

    @Test
    void each_part_of_a_thread_has_its_pictures_where_the_network_shows_them() throws Exception {
        var window = composer(window());
        window.getByLabel("Text for all accounts").fill("The first part");
        window.locator("[data-where]").nth(0).check();
        window.locator("[data-where]").nth(1).check();
        window.getByText("Add a part").click();
        window.locator("#part-0").fill("The second part");
        window.getByLabel("Add to").selectOption("Part 2");
        window.locator("#files").setInputFiles(png());
        window.getByLabel("What picture 1 shows").fill("A cup");
        assertThat(window.getByLabel("Picture 1 goes with")).hasValue("1");
        var page = window.locator(".compose-view").nth(0).locator(".compose-drawn > article");
        assertThat(page).hasCount(2);
        assertThat(page.nth(0).getByRole(AriaRole.IMG)).hasCount(0);
        assertThat(page.nth(1).getByRole(AriaRole.IMG)).hasCount(1);
        var byHand = window.locator(".compose-view").nth(1).locator(".compose-drawn > article");
        assertThat(byHand).hasCount(1);
        assertThat(byHand.getByRole(AriaRole.IMG)).hasCount(1);
        assertAccessible(window);
        assertFits(window);
        window.getByLabel("Picture 1 goes with").selectOption("Part 1");
        assertThat(page.nth(0).getByRole(AriaRole.IMG)).hasCount(1);
        window.getByLabel("Picture 1 goes with").selectOption("Part 2");
        assertThat(page.nth(0).getByRole(AriaRole.IMG)).hasCount(0);
        window.locator("button[value='cut:0']").click();
        assertThat(page).hasCount(1);
        assertThat(page.nth(0).getByRole(AriaRole.IMG)).hasCount(1);
    }

    @Test
    void a_link_card_that_comes_late_does_not_bring_old_words_back() {
        var window = composer(window());
        var held = held(window, "/preview$");
        window.locator("[data-where]").nth(0).check();
        window.getByLabel("Text for all accounts").fill("Before https://example.invalid/card");
        window.waitForCondition(() -> !held.isEmpty());
        window.getByLabel("Text for all accounts").fill("After, and no link any more");
        assertThat(window.locator("#previews")).containsText("After, and no link any more");
        var answered = window.waitForResponse(Pattern.compile("/preview$"), () -> released(window, held));
        answered.finished();
        window.evaluate("() => new Promise(done => setTimeout(done))");
        assertThat(window.locator("#previews")).containsText("After, and no link any more");
        assertThat(window.locator("#counts")).hasCount(1);
    }

    /** What the composer sends from now on waits on its way. */
    private static List<Route> held(Page window) {
        return held(window, "/posts/\\d+$");
    }

    private static List<Route> held(Page window, String address) {
        var held = new ArrayList<Route>();
        window.route(Pattern.compile(address), held::add);
        return held;
    }

    private static void released(Page window, List<Route> held) {
        window.unrouteAll();
        held.forEach(Route::resume);
    }

    @Test
    void what_was_typed_without_a_connection_is_offered_again() {
        var window = composer(window());
        // htmx tells the console of what it couldn't send; here that is what the test is about.
        window.evaluate("console.error = () => {}");
        window.route(Pattern.compile("/posts/\\d+$"), route -> {
            if (route.request().method().equals("POST")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        window.getByLabel("Text for all accounts").fill("Typed in a tunnel");
        assertThat(window.locator("#trouble")).isVisible();
        window.unrouteAll();
        window.reload();
        window.getByText("Restore what you typed").click();
        assertThat(window.getByLabel("Text for all accounts")).hasValue("Typed in a tunnel");
        assertThat(window.locator("#saved")).containsText("Saved");
    }

    @Test
    void two_windows_on_one_post_lose_nothing() {
        var one = composer(window());
        var two = signedIn(window(), seat);
        two.navigate(one.url());
        one.getByLabel("Text for all accounts").fill("From the first");
        assertThat(one.locator("#saved")).containsText("Saved");
        two.getByLabel("Text for all accounts").fill("From the second");
        assertThat(two.locator("#saved")).containsText("From the first");
        assertThat(two.getByLabel("Text for all accounts")).hasValue("From the second");
        assertAccessible(two);
        picture(two, "composer-conflict");
        two.getByText("Keep mine").click();
        assertThat(two.locator("#saved")).containsText("Saved");
        one.reload();
        assertThat(one.getByLabel("Text for all accounts")).hasValue("From the second");
    }

    @Test
    void it_is_pleasant_on_a_phone_and_in_the_dark() throws Exception {
        var phone = composer(window(390, ColorScheme.DARK));
        fill(phone);
        assertAccessible(phone);
        assertFits(phone);
        picture(phone, "composer-phone-dark");
        var desktop = signedIn(window(1280, ColorScheme.LIGHT), seat);
        desktop.navigate(phone.url());
        assertThat(desktop.locator("#previews")).containsText("Yirgacheffe");
        picture(desktop, "composer");
        desktop.navigate(given.at(seat) + "/posts");
        assertAccessible(desktop);
        picture(desktop, "posts");
        phone.navigate(given.at(seat) + "/posts");
        assertAccessible(phone);
        assertFits(phone);
        picture(phone, "posts-phone-dark");
    }

    private void fill(Page window) throws IOException {
        window.getByLabel("Text for all accounts")
                .fill(
                        "Uusi erä Etiopian Yirgacheffesta on paahdettu eilen ☕\n\nTule maistamaan lauantaina kello 10–15, "
                                + "ensimmäiset kupit ovat meiltä. Reitti ja ohjelma: https://example.org/lauantai #kahvi");
        window.locator("[data-where]").nth(0).check();
        window.locator("[data-where]").nth(1).check();
        assertThat(window.locator("#previews")).containsText("Yirgacheffe");
        window.locator("#files").setInputFiles(png());
        window.getByLabel("What picture 1 shows").fill("Paahdettuja papuja jäähdytyksessä");
        assertThat(window.locator("#saved")).containsText("Saved");
        assertThat(drawn(window, "Paahdettuja papuja jäähdytyksessä").first()).isVisible();
    }

    private Page composer(Page window) {
        signedIn(window, seat).navigate(given.at(seat) + "/posts");
        window.getByText("New post").first().click();
        window.waitForURL(Pattern.compile("/posts/\\d+$"));
        return window;
    }

    private static Locator drawn(Page window, String alt) {
        return window.locator("#previews").getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName(alt));
    }

    private static FilePayload png() throws IOException {
        return new FilePayload("beans.png", "image/png", Png.of(600, 400));
    }
}
