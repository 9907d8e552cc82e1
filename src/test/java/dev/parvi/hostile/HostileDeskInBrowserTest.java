package dev.parvi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import dev.parvi.community.HandingOver;
import dev.parvi.community.Noting;
import dev.parvi.community.Talked;
import dev.parvi.connector.Heard;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Recording;
import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.support.Posted;
import dev.parvi.team.Seat;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import org.xml.sax.InputSource;

/** What comes by files, by links to other people's pages and by the members' own hands, and what feeds hand on. */
@Import(Talked.class)
class HostileDeskInBrowserTest extends BrowserTest {

    private static final int BYTES_MOST = 2_000_000;

    /** Of the texts tried only one is longer in characters as people count them than the test network takes. */
    private static final int NETWORK_MOST = 1_000;

    @Autowired
    Talked talked;

    @Autowired
    Posted posted;

    @Autowired
    Posting posting;

    @Autowired
    Noting noting;

    @Autowired
    HandingOver handingOver;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    private Seat seat;
    private Page window;
    private Sentinel sentinel;

    @BeforeEach
    void a_brand() {
        clock.set(HandClock.START);
        seat = given.brand();
        window = signedIn(window(), seat);
        sentinel = Sentinel.over(window);
    }

    @Test
    void what_an_imported_file_holds_is_text_before_and_after_it_was_taken_in() {
        var account = given.account(seat).name();
        var lines = new StringBuilder("account,date,time,text,link,tags,pillar,<img src=/pwned onerror=alert(1)>\n");
        for (var each : Corpus.all()) {
            lines.append(line(account, each, "")).append(line(each, each, each));
        }
        window.navigate(given.at(seat) + "/calendar/import");
        window.setInputFiles(
                "#csv",
                new FilePayload(
                        "<svg onload=alert(1)>.csv",
                        "text/csv",
                        lines.toString().getBytes(StandardCharsets.UTF_8)));
        window.locator("form[enctype] .btn-primary").click();
        untouched();
        sentinel.reads(".import-text", Corpus.markup());
        window.locator("form[action*=confirmation] button").click();
        untouched();
        var taken = Corpus.all().stream().map(Corpus::read).filter(each -> each.length() < NETWORK_MOST);
        assertThat(posts()).containsAll(taken.toList());
        assertThat(window.locator(".is-ERROR .import-text").allTextContents())
                .as("too long for the network, and said so")
                .anyMatch(each -> each.startsWith("xxx"));
        for (var path : List.of("/posts", "/calendar", "/today")) {
            look(given.at(seat) + path);
        }
    }

    private static String line(String account, String text, String link) {
        return "\"%s\",2027-01-14,09:30,\"%s\",\"%s\",\"%s\",\"%s\",\n"
                .formatted(quoted(account), quoted(text), quoted(link), quoted(text), "");
    }

    private static String quoted(String text) {
        return text.replace("\"", "\"\"");
    }

    private List<String> posts() {
        return talked
                .in(
                        seat,
                        () -> jdbc.sql("select text from post")
                                .query(String.class)
                                .list())
                .stream()
                .map(Corpus::read)
                .toList();
    }

    @Test
    void the_card_of_a_hostile_page_is_text_in_the_composer() {
        var cards = chunks();
        try (var pages = new RecordedNetwork(
                request -> page(cards.get(Integer.parseInt(request.path().replaceAll("\\D", "")))),
                Recording.json(429, "{}"))) {
            var post = posted.draft(seat, "Look", given.account(seat, "page"), given.account(seat));
            window.navigate(given.at(seat) + "/posts/" + post);
            for (var n = 0; n < cards.size(); n++) {
                window.evaluate("""
                        async link => {
                          const form = new FormData(document.querySelector('#link').form);
                          form.set('link', link);
                          form.set('cards', 'true');
                          const answer = await fetch(location.pathname + '/preview', {method: 'POST', body: new URLSearchParams([...form].filter(([, value]) => typeof value === 'string'))});
                          const drawn = document.createElement('div');
                          drawn.id = 'drawn-here';
                          drawn.innerHTML = await answer.text();
                          document.querySelector('#drawn-here')?.remove();
                          document.body.append(drawn);
                        }""", pages.address().resolve("/" + n).toString());
                untouched();
                assertThat(Corpus.read(window.locator("#drawn-here").textContent()))
                        .contains(Corpus.read(cards.get(n).getFirst()));
            }
        }
    }

    /** Texts that one card holds, the first of them its title. */
    private static List<List<String>> chunks() {
        var all = Corpus.markup();
        var chunks = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += 8) {
            chunks.add(all.subList(from, Math.min(all.size(), from + 8)));
        }
        return chunks;
    }

    private static Recording page(List<String> words) {
        var title = HtmlUtils.htmlEscape(words.getFirst());
        var about = HtmlUtils.htmlEscape(String.join(" ", words));
        return new Recording(
                200,
                Map.of("content-type", "text/html; charset=utf-8"),
                ("<title>" + title + "</title><meta property='og:title' content=\"" + title
                                + "\"><meta property='og:description' content=\"" + about
                                + "\"><meta property='og:site_name' content=\"" + title + "\">")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void notes_and_packets_that_are_handed_off_hold_text() {
        var account = given.account(seat);
        var talk = Corpus.all().stream()
                .map(each -> talked.hears(seat, account, said(each)))
                .toList()
                .getFirst()
                .conversation();
        Corpus.all().forEach(each -> Tenant.run(seat.brand(), () -> noting.note(seat, talk, each)));
        look(given.at(seat) + "/inbox/" + talk);
        sentinel.reads(".talk-notes .utter-text", Corpus.all());

        window.navigate(given.at(seat) + "/inbox/" + talk + "/hand-offs");
        window.locator("#ho-need")
                .first()
                .fill(String.join("\n", Corpus.markup()).substring(0, 900));
        window.locator("[name=name]").first().fill("<img src=x onerror=alert(1)>");
        window.locator("main form .btn-primary").first().click();
        untouched();
        var link = window.locator("input[readonly]").first().inputValue();
        look(given.at(seat) + "/inbox/" + talk + "/hand-offs");
        var outside = window();
        var theirs = Sentinel.over(outside);
        outside.navigate(link.replace("http://localhost:8080", address()));
        theirs.untouched();
        theirs.reads(".handoff-text", Corpus.all());
    }

    private Heard said(String text) {
        return new Heard(
                "h" + text.hashCode(),
                Heard.Kind.COMMENT,
                "post",
                null,
                new Heard.Speaker("s" + text.hashCode(), text, text, null, false),
                text,
                null,
                clock.instant().minus(Duration.ofHours(1)),
                null,
                Heard.Standing.SHOWN,
                URI.create("https://test.example/said"),
                List.of(),
                Map.of());
    }

    @Test
    void feeds_hand_on_text_even_to_a_reader_that_trusts_them() throws Exception {
        for (var each : Corpus.markup()) {
            clock.pass(Duration.ofMinutes(1));
            Tenant.run(seat.brand(), () -> posting.put("t" + each.hashCode(), PostDraft.of(each, clock.instant())));
        }
        var at = given.at(seat).replace("/b/", "/@");
        look(at);
        var atom = window.request().get(at + "/feed.atom").text();
        assertThat(atom.length()).isLessThan(BYTES_MOST);
        var entries = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(atom)))
                .getElementsByTagName("content");
        assertThat(entries.getLength()).isPositive();
        for (var n = 0; n < entries.getLength(); n++) {
            trusted(entries.item(n).getTextContent());
        }
        var items = Recording.JSON
                .readTree(window.request().get(at + "/feed.json").text())
                .path("items");
        assertThat(items.size()).isEqualTo(entries.getLength());
        for (var item : items) {
            trusted(item.path("content_html").asString());
        }
        window.navigate(at + "/feed.atom");
        // The browser shows the source, in markup of its own.
        assertThat(sentinel.reached()).isFalse();
        assertThat(window.locator("pre").textContent()).contains("alert(1)");
        assertThat(window.locator("pre *").count()).isZero();
    }

    /** Shows what a feed's HTML holds as a reader without any policy would. */
    private void trusted(String html) {
        assertThat(Corpus.markup().stream().map(Corpus::linked).map(Corpus::read))
                .contains(Corpus.read(Jsoup.parse(html).text()));
        window.route(
                "**/trusting",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody("<!doctype html><title>Reader</title>" + html)));
        window.navigate(address() + "/trusting");
        window.unroute("**/trusting");
        sentinel.untouched();
    }

    @Test
    void people_who_answer_each_other_100_000_deep_stall_no_page() {
        var account = given.account(seat);
        var first = talked.says(
                seat, account, "Anna", "deep", null, "Deep 0", clock.instant().minus(Duration.ofDays(2)));
        talked.in(seat, () -> talked.deepens(first, 100_000));
        var path = given.at(seat) + "/inbox/" + first.conversation();
        look(path);
        assertThat(window.locator(".utter-text").first().textContent()).startsWith("Deep ");
        assertThat(window.locator(".utter").count()).isBetween(1, 200);
        window.locator(".talk-turn a").first().click();
        assertThat(window.locator(".utter").count()).isBetween(1, 200);
        look(given.at(seat) + "/inbox/" + first.conversation() + "/hand-offs");
        look(given.at(seat) + "/inbox");
        look(given.at(seat) + "/inbox?q=Deep");
    }

    private void look(String path) {
        var answer = window.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body().length).as(path).isLessThan(BYTES_MOST);
        untouched();
    }

    private void untouched() {
        sentinel.untouched();
    }
}
