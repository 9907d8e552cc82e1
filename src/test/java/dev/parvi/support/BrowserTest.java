package dev.parvi.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import dev.parvi.Parvi;
import dev.parvi.team.Seat;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * The desk as a reader's browser shows it, over HTTP on a port of its own. One desk and one browser serve all such tests;
 * each test opens windows of its own. Script errors and refusals by the content policy fail the test.
 */
@Tag("browser")
@SpringBootTest(
        classes = {Parvi.class, HandTime.class, TestNetworks.class, Given.class, Posted.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DeskForTests.class)
public abstract class BrowserTest {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Autowired
    protected Given given;

    @LocalServerPort
    int port;

    private final Windows windows = new Windows();

    /** A desktop window, light. */
    protected Page window() {
        return window(1280, ColorScheme.LIGHT);
    }

    /** A window for pages that aren't ours, and may complain as they like. */
    protected Page unheard() {
        return windows.openUnheard(options(1280, ColorScheme.LIGHT));
    }

    /** A window of somebody whose browser calls itself so: ours says that nobody sits before it. */
    protected Page visitor(String agent) {
        return windows.open(options(1280, ColorScheme.LIGHT).setUserAgent(agent));
    }

    /** A phone's window, light. */
    protected Page phone() {
        return window(390, ColorScheme.LIGHT);
    }

    /** @param width in CSS pixels; the desk works from 390 up */
    protected Page window(int width, ColorScheme scheme) {
        return windows.open(options(width, scheme));
    }

    /** A window of a reader whose browser runs no scripts. */
    protected Page scriptless(int width) {
        return windows.open(options(width, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    private Browser.NewContextOptions options(int width, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setBaseURL(address())
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Helsinki")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme);
    }

    /** The same window, in which the member of the seat is signed in from now on. */
    protected Page signedIn(Page window, Seat seat) {
        window.context().addCookies(List.of(new Cookie("parvi", given.token(seat.member())).setUrl(address())));
        return window;
    }

    protected String address() {
        return "http://localhost:" + port;
    }

    /** By axe, with the rules of WCAG 2.2 A and AA. */
    protected static void assertAccessible(Page page) {
        var found = new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(found)
                .as(() -> page.url() + "\n"
                        + String.join(
                                "\n", found.stream().map(BrowserTest::told).toList()))
                .isEmpty();
    }

    /** Nothing sticks out to the side, so that nobody has to scroll both ways. */
    protected static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is no wider than its window", page.url())
                .isEqualTo(true);
    }

    /** On a phone and on a desk, by night and by day: kept as pictures, and neither too wide nor hard to read. */
    protected static void looked(Page page, String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : new int[] {390, 1280}) {
                page.setViewportSize(width, 844);
                picture(page, name + "-" + width + "-" + scheme);
                assertAccessible(page);
                assertFits(page);
            }
        }
    }

    /** The first of the buttons that bear the name. */
    protected static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /** A picture of the whole page, kept under target/pictures for whoever wants to look. */
    protected static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", name + ".png")));
    }

    @AfterEach
    void closeWindows() {
        var complaints = windows.close();
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + "\n"
                + String.join(
                        "\n",
                        rule.getNodes().stream()
                                .map(node -> "    " + node.getHtml() + "\n    " + node.getFailureSummary())
                                .toList());
    }
}
