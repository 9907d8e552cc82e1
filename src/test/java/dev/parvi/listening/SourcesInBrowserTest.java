package dev.parvi.listening;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Import(TestNews.class)
class SourcesInBrowserTest extends BrowserTest {

    private static final String FEED = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>%s</title><link>%s</link>
            <item><guid>%s-1</guid><title>A first word from %s</title><link>%s/1</link><description>More of it</description></item>
            </channel></rss>
            """;

    @Autowired
    TestNews news;

    @Autowired
    Fetcher fetcher;

    @Autowired
    Following following;

    @Autowired
    @Qualifier("worker")
    JdbcClient queue;

    @Autowired
    @Qualifier("worker")
    TransactionTemplate worker;

    @Autowired
    HandClock clock;

    private Seat seat;

    @BeforeEach
    void a_brand() {
        clock.set(HandClock.START);
        seat = given.brand();
        // what other tests follow rests meanwhile
        worker.executeWithoutResult(
                status -> queue.sql("update fetching set next_at = null").update());
    }

    private Page open(Page window, String path) {
        var page = signedIn(window, seat);
        page.navigate(given.at(seat) + path);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static String feed(WildServer site, String name) {
        return FEED.formatted(name, site.at("/"), name, name, site.at("/" + name));
    }

    @Test
    void a_site_is_followed_by_its_address() throws IOException {
        try (var site = new WildServer()) {
            site.on(
                    "/",
                    "text/html",
                    "<html><head><title>Herald</title><link rel=alternate type=application/rss+xml href=/feed.xml></head><body><h1>Hello</h1></body></html>");
            site.on("/feed.xml", "application/rss+xml", feed(site, "Herald"));
            var page = open(window(), "/news/sources");
            page.fill("#a-address", "http://127.0.0.1:1/");
            button(page, "Find").click();
            assertThat(page.locator("#a-fault")).isVisible();
            assertThat(page.locator("#a-address")).hasValue("http://127.0.0.1:1/");
            page.fill("#a-address", site.at("/").toString());
            button(page, "Find").click();
            assertThat(page.locator("#adding")).containsText("A first word from Herald");
            assertAccessible(page);
            button(page, "Follow Herald").click();
            assertThat(page.locator(".sources")).containsText("Herald");
            assertThat(page.locator("#notice")).containsText("Followed");
            assertAccessible(page);
            page.locator(".sources-name").first().click();
            page.selectOption("#f-weight", "3");
            page.fill("#f-topics", "coffee, trade");
            button(page, "Save").click();
            assertThat(page.locator("#f-topics")).hasValue("coffee, trade");
            assertAccessible(page);
            button(page, "Pause").click();
            assertThat(page.locator(".badge").first()).hasText("Paused");
        }
    }

    @Test
    void a_list_of_feeds_comes_in_while_one_sees_how_far_it_is() throws IOException {
        try (var site = new WildServer()) {
            site.on("/a", "application/rss+xml", feed(site, "Alpha"));
            site.on("/b", "text/html", "<p>No feed any more</p>");
            news.source(seat, "Known");
            var known = Tenant.in(seat.brand(), () -> following.all(seat))
                    .getFirst()
                    .address();
            var opml = "<opml version='2.0'><body><outline text='Coffee'>"
                    + line("Alpha", site.at("/a").toString())
                    + line("Gone", site.at("/b").toString()) + line("Known", known) + line("Nowhere", "nothing at all")
                    + "</outline></body></opml>";
            var page = open(window(), "/news/sources/opml");
            page.setInputFiles(
                    "#opml", new FilePayload("bad.opml", "text/xml", "Nothing".getBytes(StandardCharsets.UTF_8)));
            button(page, "Import").click();
            assertThat(page.locator("#opml-fault")).isVisible();
            page.setInputFiles(
                    "#opml", new FilePayload("feeds.opml", "text/xml", opml.getBytes(StandardCharsets.UTF_8)));
            button(page, "Import").click();
            assertThat(page.locator("#import-title")).hasText("2 of 4 read");
            assertAccessible(page);
            read();
            assertThat(page.locator("#import-title")).hasText("Done: 1 added, 1 already there, 2 failed");
            var lines = page.locator(".sources-lines");
            assertThat(lines).containsText("Already there");
            assertThat(lines).containsText("There is no feed at this address.");
            assertThat(page.locator(".sources-progress")).hasAttribute("value", "4");
            assertAccessible(page);
            picture(page, "opml");
            page.navigate(given.at(seat) + "/news/sources");
            assertThat(page.locator(".sources")).containsText("Coffee");
        }
    }

    private static String line(String name, String address) {
        return "<outline type='rss' text='" + name + "' xmlUrl='" + address + "'/>";
    }

    /** The two that can be read; under load each takes its time. */
    private boolean unread() {
        return Tenant.in(seat.brand(), () -> following.all(seat)).stream().anyMatch(each -> each.readAt() == null);
    }

    private void read() {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < 20 && unread(); n++) {
                fetcher.turn(readers);
                fetcher.settleNext(2_000);
            }
        }
    }
}
