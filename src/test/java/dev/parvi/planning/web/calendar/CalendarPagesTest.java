package dev.parvi.planning.web.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.parvi.brand.Branding;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Jotting;
import dev.parvi.planning.Mixing;
import dev.parvi.planning.Scheduling;
import dev.parvi.planning.Slotting;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

// limit: 360 because each thing a person comes to the calendar to do stands here beside the others
class CalendarPagesTest extends BrowserTest {

    @Autowired
    Branding branding;

    @Autowired
    Composing composing;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Slotting slotting;

    @Autowired
    Jotting jotting;

    @Autowired
    Mixing mixing;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;
    AccountId account;
    String base;
    Page page;

    @BeforeEach
    void planSome() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat).id();
        base = "/b/" + Tenant.in(seat.brand(), branding::current).handle();
        planned("The new Ethiopian beans are here", "2026-11-04T09:30");
        planned("How we roast: a look behind the counter", "2026-11-04T15:00");
        Tenant.run(
                seat.brand(),
                () -> slotting.add(
                        seat, account, Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), LocalTime.parse("12:00")));
        page = signedIn(window(), seat);
    }

    @Test
    void an_entry_is_dragged_to_another_day_and_taken_back() {
        page.navigate(base + "/calendar");
        drag(entry("Ethiopian"), day("2026-11-06"));
        assertThat(page.locator("#cal-said")).containsText("Moved.");
        assertThat(day("2026-11-06").locator(".cal-entry")).containsText("Ethiopian");
        page.getByText("Undo").click();
        assertThat(page.locator("#cal-said")).containsText("Back where it was.");
        assertThat(day("2026-11-04")).containsText("Ethiopian");
    }

    @Test
    void a_move_into_the_past_snaps_back_and_says_why() {
        page.navigate(base + "/calendar?from=2026-11-04");
        drag(entry("Ethiopian"), day("2026-11-01"));
        assertThat(page.locator("#cal-said")).containsText("That time has passed.");
        assertThat(day("2026-11-04")).containsText("Ethiopian");
        assertThat(day("2026-11-01").locator(".cal-entry")).hasCount(0);
    }

    @Test
    void the_keyboard_moves_an_entry_and_keeps_its_place() {
        page.navigate(base + "/calendar?view=week");
        entry("Ethiopian").focus();
        page.keyboard().press("Shift+ArrowRight");
        assertThat(day("2026-11-05")).containsText("Ethiopian");
        assertThat(entry("Ethiopian")).isFocused();
        assertThat(page.locator("#cal-said")).containsText("Moved.");
    }

    @Test
    void in_the_week_the_keyboard_moves_by_quarters_and_hours_over_midnight_too() {
        page.navigate(base + "/calendar?view=week");
        entry("Ethiopian").focus();
        page.keyboard().press("Shift+ArrowDown");
        assertThat(entry("Ethiopian")).containsText("09:45");
        page.keyboard().press("Shift+PageUp");
        assertThat(entry("Ethiopian")).containsText("08:45");
        for (var hour = 0; hour < 9; hour++) {
            page.keyboard().press("Shift+PageUp");
            assertThat(entry("Ethiopian")).not().containsText(String.format("%02d:45", 8 - hour));
        }
        assertThat(day("2026-11-03")).containsText("Ethiopian");
        assertThat(entry("Ethiopian")).containsText("23:45");
        assertThat(entry("Ethiopian")).isFocused();
    }

    @Test
    void in_the_week_an_entry_is_dragged_to_a_day_and_a_quarter_and_taken_back() {
        page.navigate(base + "/calendar?view=week");
        dragTo(entry("Ethiopian"), "2026-11-06", 10 * 60 + 47);
        assertThat(page.locator("#cal-said")).containsText("Moved.");
        assertThat(day("2026-11-06").locator(".cal-entry")).containsText("10:45");
        page.getByText("Undo").click();
        assertThat(page.locator("#cal-said")).containsText("Back where it was.");
        assertThat(day("2026-11-04").locator(".cal-entry").first()).containsText("09:30");
    }

    @Test
    void the_week_opens_at_working_hours_with_a_line_at_this_hour() {
        page.navigate(base + "/calendar?view=week");
        assertThat(page.locator(".week-now")).hasCount(1);
        assertThat(entry("Ethiopian")).isInViewport();
        assertThat(page.getByText("01:00").first()).not().isInViewport();
    }

    @Test
    void a_drag_into_the_past_or_of_what_was_claimed_meanwhile_goes_back_and_says_why() {
        page.navigate(base + "/calendar?view=week");
        dragTo(entry("Ethiopian"), "2026-11-02", 9 * 60);
        assertThat(page.locator("#cal-said")).containsText("That time has passed.");
        assertThat(day("2026-11-04")).containsText("Ethiopian");
        claimed();
        dragTo(entry("Ethiopian"), "2026-11-06", 12 * 60);
        assertThat(page.locator("#cal-said")).containsText("stays as it is");
        assertThat(day("2026-11-04")).containsText("Ethiopian");
        assertThat(page.locator(".is-aim")).hasCount(0);
        dragTo(entry("Ethiopian"), "2026-11-06", 12 * 60);
        assertThat(page.locator("#cal-said")).containsText("stays as it is");
    }

    @Test
    void a_drag_onto_an_hour_that_is_missing_or_comes_twice_says_what_became_of_it() {
        doubtful(seat, account, "2027-03-28", "2027-10-31", 3);
        var york = given.brand(ZoneId.of("America/New_York"));
        doubtful(york, given.account(york).id(), "2027-03-14", "2027-11-07", 1);
    }

    /** @param twice the hour that comes twice in autumn; the one after it is missing in spring */
    private void doubtful(Seat in, AccountId to, String spring, String autumn, int twice) {
        seat = in;
        account = to;
        base = given.at(in);
        page = signedIn(window(), in);
        var missing = twice == 3 ? 3 : 2;
        planned("Spring", spring + "T09:00");
        page.navigate(base + "/calendar?view=week&from=" + spring);
        dragTo(entry("Spring"), spring, missing * 60 + 30);
        assertThat(page.locator("#cal-said")).containsText("There is no 0" + missing + ":30");
        assertThat(page.locator("#cal-said")).containsText("goes out at 0" + (missing + 1) + ":30");
        assertThat(entry("Spring")).containsText("0" + (missing + 1) + ":30");
        picture(page, "calendar-gap-" + spring);
        page.getByText("Undo").click();
        assertThat(entry("Spring")).containsText("09:00");
        planned("Autumn", autumn + "T09:00");
        page.navigate(base + "/calendar?view=week&from=" + autumn);
        dragTo(entry("Autumn"), autumn, twice * 60 + 30);
        assertThat(page.locator("#cal-said")).containsText("The first is taken");
        picture(page, "calendar-overlap-" + autumn);
        assertAccessible(page);
        page.getByText("Take the second").click();
        assertThat(page.locator("#cal-said")).containsText("The second is taken");
        assertThat(entry("Autumn")).containsText("0" + twice + ":30");
    }

    private void claimed() {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status ->
                        jdbc.sql("update version set sealed_at = now()").update()));
    }

    @Test
    void a_free_slot_begins_a_post_for_its_time() {
        page.navigate(base + "/calendar");
        day("2026-11-05").locator(".cal-gap").click();
        assertThat(page.locator("#sched-at")).hasValue("2026-11-05T12:00");
        looked("composer-panel");
    }

    @Test
    void several_are_moved_tagged_and_deleted_in_the_list_without_a_script() {
        page.navigate(base + "/calendar?view=list");
        page.getByLabel(Pattern.compile("Ethiopian")).first().check();
        page.getByLabel(Pattern.compile("How we roast")).first().check();
        page.getByLabel("Days").fill("1");
        page.getByText("Move by these").click();
        assertThat(page.locator("#cal-said")).containsText("2 moved.");
        page.getByLabel(Pattern.compile("Ethiopian")).first().check();
        page.locator("#b-tag").fill("beans");
        page.getByText("Add tag").click();
        assertThat(page.locator(".cal-meta").first()).containsText("#beans");
        page.getByLabel(Pattern.compile("How we roast")).first().check();
        page.getByText("Delete posts").click();
        assertThat(page.locator("#cal-said")).containsText("One post deleted.");
        assertThat(page.locator(".cal-entry")).hasCount(1);
        page.getByText("Delete posts").click();
        assertThat(page.locator("#cal-said")).containsText("Choose at least one post first.");
    }

    @Test
    void a_time_that_comes_twice_is_asked_about() {
        clock.set(Instant.parse("2027-10-30T08:00:00Z"));
        page = signedIn(window(), seat);
        var post = Tenant.in(seat.brand(), () -> composing.start(seat, Draft.of("Night owls", List.of(account))));
        page.navigate(base + "/posts/" + post + "?at=2027-10-31T03:30");
        assertThat(page.locator("#sched-at")).hasValue("2027-10-31T03:30");
        page.getByText("Plan it").click();
        assertThat(page.getByText("comes twice")).isVisible();
        looked("overlap");
        page.getByText("The second, an hour later").click();
        page.locator(".card").first().getByText("Plan it").click();
        assertThat(page.getByText("It is on the calendar.")).isVisible();
        assertThat(page.locator(".sched-times")).containsText("3:30");
        page.navigate(base + "/calendar?view=list&from=2027-10-31");
        assertThat(page.locator(".cal-entry")).containsText("Night owls");
    }

    @Test
    void every_page_is_accessible_and_fits() {
        for (var hour = 10; hour < 21; hour++) {
            planned(
                    "Tasting no. " + hour + " with a rather long title that has to be cut",
                    "2026-11-12T" + hour + ":15");
        }
        for (var view : List.of("month", "week", "list")) {
            page.navigate(base + "/calendar?view=" + view);
            looked("calendar-" + view);
        }
        Tenant.in(seat.brand(), () -> jotting.add(seat, "Film the cupping table", "https://example.org/cups", "film"));
        page.navigate(base + "/ideas");
        looked("ideas");
        Tenant.run(seat.brand(), () -> mixing.add(seat, "Origins", 60));
        page.navigate(base + "/pillars");
        looked("pillars");
        page.navigate(base + "/slots");
        looked("slots");
    }

    @Test
    void an_import_is_shown_line_by_line_and_then_done() {
        page.navigate(base + "/calendar/import");
        looked("import");
        var csv = "account,date,time,text\n,,,A draft for later\nNowhere,2026-11-05,12:00,Lost\n";
        page.locator("#csv")
                .setInputFiles(new FilePayload("posts.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Show what would happen").click();
        assertThat(page.getByText("No account is called Nowhere.")).isVisible();
        looked("import-preview");
        page.getByText("Import 1 post").click();
        assertThat(page.getByText("1 is a draft")).isVisible();
    }

    private void looked(String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : new int[] {390, 1280}) {
                page.setViewportSize(width, width == 390 ? 844 : 900);
                picture(page, name + "-" + width + "-" + scheme);
                assertAccessible(page);
                assertFits(page);
            }
        }
    }

    private void drag(Locator entry, Locator to) {
        entry.hover();
        page.mouse().down();
        var box = to.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + 40);
        page.mouse().move(box.x + box.width / 2 + 2, box.y + 42);
        page.mouse().up();
    }

    /** Drags by its upper edge, as that is what its time is told from. */
    private void dragTo(Locator entry, String day, int minutes) {
        entry.scrollIntoViewIfNeeded();
        var box = entry.boundingBox();
        page.mouse().move(box.x + 10, box.y + 4);
        page.mouse().down();
        page.mouse().move(box.x + 10, box.y + 14);
        // The page scrolls its week to where it's dropped, as somebody would who holds it near the edge.
        var to = day(day).locator(".week-items");
        to.evaluate(
                "(list, minutes) => { const week = list.closest('.week');"
                        + " week.scrollTop = minutes / 1440 * list.getBoundingClientRect().height - 200; }",
                minutes);
        var list = to.boundingBox();
        page.mouse().move(list.x + list.width / 2, list.y + list.height * minutes / 1440 + 4);
        page.mouse().move(list.x + list.width / 2 + 1, list.y + list.height * minutes / 1440 + 4);
        page.mouse().up();
    }

    private Locator entry(String text) {
        return page.locator(".cal-entry", new Page.LocatorOptions().setHasText(text));
    }

    private Locator day(String date) {
        return page.locator(".cal-day[data-day='" + date + "']");
    }

    private PostId planned(String text, String local) {
        var post = Tenant.in(seat.brand(), () -> composing.start(seat, Draft.of(text, List.of(account))));
        Tenant.in(seat.brand(), () -> scheduling.at(seat, post, LocalDateTime.parse(local), WallTime.Choice.FIRST));
        return post;
    }
}
