package dev.parvi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parvi.account.Account;
import dev.parvi.community.Talked;
import dev.parvi.connector.bluesky.PlayedBluesky;
import dev.parvi.connector.wordpress.PlayedBlog;
import dev.parvi.page.Arranging;
import dev.parvi.page.Commenting;
import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.page.Remark;
import dev.parvi.page.Review;
import dev.parvi.page.Reviewing;
import dev.parvi.page.Rule;
import dev.parvi.page.Said;
import dev.parvi.page.Stamps;
import dev.parvi.page.Visitor;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** What people say and how they call themselves, by each network's own door, on each page that shows it. */
@Import(Talked.class)
class HostileDoorsInBrowserTest extends BrowserTest {

    /** A page of the desk may weigh so much with all of the corpus on it. */
    private static final int BYTES_MOST = 2_000_000;

    private static final int NAME_MOST = 60;

    @Autowired
    Talked talked;

    @Autowired
    Arranging arranging;

    @Autowired
    Posting posting;

    @Autowired
    Commenting commenting;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Stamps stamps;

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
    void what_visitors_of_the_own_page_write_is_text_on_every_page() {
        var account = given.account(seat, "page");
        Tenant.run(seat.brand(), () -> arranging.arrange(seat, "Pieni Paahtimo", "", "en", Rule.NONE));
        Tenant.run(seat.brand(), () -> arranging.reviews(seat, true));
        var post = Tenant.in(seat.brand(), () -> posting.put("p", PostDraft.of("New beans.", clock.instant())))
                .orElseThrow();
        comment(post.slug(), Corpus.all());
        review(Corpus.all());
        Tenant.run(seat.brand(), () -> arranging.arrange(seat, "Pieni Paahtimo", "", "en", Rule.ALL));
        comment(
                post.slug(),
                Corpus.markup().stream().map(each -> each + " held").toList());
        var at = given.at(seat).replace("/b/", "/@");

        var shown = Corpus.all().stream().map(Corpus::linked).toList();
        look(at + "/" + post.slug(), ".comment .pp-text", shown);
        look(at + "/" + post.slug(), ".comment .who", names());
        look(at + "/reviews", "main", List.of());
        look(given.at(seat) + "/page", "main", List.of());
        inboxShows(account);
    }

    private void comment(String slug, List<String> texts) {
        for (var n = 0; n < texts.size(); n++) {
            var remark = remark(texts.get(n));
            var visitor = new Visitor("v" + n + texts.size(), "203.0.113." + n);
            assertThat(Tenant.in(seat.brand(), () -> commenting.say(slug, remark, visitor)))
                    .as(remark.text())
                    .isNotInstanceOfAny(Said.Refused.class, Said.Nowhere.class);
        }
    }

    private void review(List<String> texts) {
        for (var n = 0; n < texts.size(); n++) {
            var review = new Review(1 + n % 5, remark(texts.get(n)));
            var visitor = new Visitor("r" + n, "198.51.100." + n);
            assertThat(Tenant.in(seat.brand(), () -> reviewing.review(review, visitor)))
                    .isInstanceOf(Said.Shown.class);
        }
    }

    private Remark remark(String text) {
        var stamp = Tenant.in(seat.brand(), stamps::stamp);
        clock.pass(Duration.ofSeconds(10));
        return new Remark(name(text), "", text, null, "", stamp);
    }

    private static String name(String text) {
        return text.length() > NAME_MOST || Corpus.read(text).isEmpty() ? "Somebody" : text;
    }

    private static List<String> names() {
        return Corpus.all().stream().map(HostileDoorsInBrowserTest::name).toList();
    }

    @Test
    void what_is_said_and_how_people_are_called_on_bluesky_is_text_on_every_page() {
        try (var network = new PlayedBluesky()) {
            Corpus.all().forEach(each -> network.says(each, each, each));
            network.says(Corpus.UNSOUND, Corpus.UNSOUND, Corpus.UNSOUND);
            var account = given.account(seat, "bluesky", network.fields());
            inboxShows(account);
            look(first(), ".utter-head b", Corpus.markup());
            look(
                    first(),
                    ".utter-handle",
                    Corpus.markup().stream().map(each -> "@" + each).toList());
            peopleAreShown();
        }
    }

    /** Everybody's own page, with what others are called who could be the same. */
    private void peopleAreShown() {
        var people = talked.in(
                seat,
                () -> jdbc.sql("select id from profile order by id")
                        .query(Long.class)
                        .list());
        assertThat(people).hasSizeGreaterThan(Corpus.markup().size());
        var called = new ArrayList<String>();
        for (var person : people) {
            look(given.at(seat) + "/inbox/people/" + person + "?q=x", "main", List.of());
            called.add(window.locator("h1").first().textContent());
        }
        assertThat(called.stream().map(Corpus::read))
                .containsAll(Corpus.markup().stream().map(Corpus::read).toList());
    }

    @Test
    void what_is_said_and_how_people_are_called_on_a_blog_is_text_on_every_page() {
        try (var blog = new PlayedBlog()) {
            // Escaped, as an editor sees it; and raw, as WordPress keeps what its moderators wrote.
            Corpus.all()
                    .forEach(each ->
                            blog.says(HtmlUtils.htmlEscape(each, "UTF-8"), HtmlUtils.htmlEscape(each, "UTF-8")));
            Corpus.markup().forEach(each -> blog.says("Raw " + each, each));
            blog.says(Corpus.UNSOUND, Corpus.UNSOUND);
            var account = given.account(seat, "wordpress", blog.fields());
            inboxShows(account);
        }
    }

    @Test
    void bytes_that_are_no_text_break_no_door() throws Exception {
        var open = given.at(seat).replace("/b/", "/@");
        try (var client = HttpClient.newHttpClient()) {
            for (var path : List.of("/sign-in", "/reset", open + "/follow", open + "/reviews", open, "/")) {
                for (var bytes : List.of("%C3%28%F0%9F", "%00", "%ED%A0%BD", "%FF%FE", "%", "%zz")) {
                    var to = URI.create(address() + path);
                    var form = HttpRequest.newBuilder(to)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "name=" + bytes + "&email=" + bytes + "&text=" + bytes))
                            .build();
                    assertThat(client.send(form, HttpResponse.BodyHandlers.discarding())
                                    .statusCode())
                            .as(path + " " + bytes)
                            .isBetween(300, 499);
                }
            }
        }
    }

    /** The list, every page of the conversations, and the day. */
    private void inboxShows(Account account) {
        talked.reads(seat, account);
        look(given.at(seat) + "/inbox", ".inbox-preview", List.of());
        look(given.at(seat) + "/today", "main", List.of());
        look(given.at(seat) + "/accounts", "main", List.of());
        var shown = new ArrayList<String>();
        for (var talk : talked.in(
                seat,
                () -> jdbc.sql("select id from conversation").query(Long.class).list())) {
            var path = given.at(seat) + "/inbox/" + talk;
            while (path != null) {
                look(path, "main", List.of());
                shown.addAll(window.locator(".utter-text").allTextContents());
                var later = window.locator(".talk-tree + .talk-turn a");
                path = later.count() == 0 ? null : later.getAttribute("href");
            }
        }
        assertThat(shown.stream().map(Corpus::read).toList())
                .as("said by %s", account.network())
                .containsAll(Corpus.all().stream().map(Corpus::read).toList());
        if (!account.network().equals("page")) {
            assertThat(shown).contains(Corpus.SOUND);
        }
    }

    private String first() {
        return given.at(seat) + "/inbox/"
                + talked.in(
                        seat,
                        () -> jdbc.sql("select min(id) from conversation")
                                .query(Long.class)
                                .single());
    }

    private void look(String path, String selector, List<String> texts) {
        var answer = window.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body().length).as(path).isLessThan(BYTES_MOST);
        sentinel.untouched();
        sentinel.reads(selector, texts);
    }
}
