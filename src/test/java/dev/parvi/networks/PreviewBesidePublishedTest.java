package dev.parvi.networks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Picturing;
import dev.parvi.planning.Scheduling;
import dev.parvi.planning.Wording;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Retelling;
import dev.parvi.shared.PostId;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The composer's preview beside the published post: on the real public page, and drawn from what the real server of the other
 * network returned. Both must break their lines alike, cut pictures alike and have the same card. One picture of all is left
 * as target/pictures/preview-beside-published.png; docs/img has a copy.
 */
@Tag("networks")
// limit: 320 because the two pages and the picture of both are told in one place
class PreviewBesidePublishedTest extends BrowserTest {

    private static final String FIRST = """
            The first Yirgacheffe of the new harvest came out of the drum yesterday ☕

            Come and taste it on Saturday, the first cups are on us. On the table:
            – Yirgacheffe, washed: jasmine and lemon
            – Huila: caramel, red apple
            – Sidamo, natural: blueberry

            #coffee #roastery""";

    @Autowired
    Connecting connecting;

    @Autowired
    Composing composing;

    @Autowired
    Picturing picturing;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Retelling retelling;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    HttpServer site;
    RealRecords records;
    Seat seat;
    Page desk;
    Page published;
    PostId post;

    @BeforeEach
    void write() throws Exception {
        clock.set(HandClock.START);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/programme", exchange -> {
            var page = """
                    <title>x</title><meta property="og:title" content="Saturday at the roastery: tasting, tour and music">
                    <meta property="og:description" content="Doors open at ten. The tour begins at eleven and at one, and there is room for twelve people on each.">
                    <meta property="og:image" content="/cup.png">""".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.createContext("/cup.png", exchange -> {
            var picture = Scenes.cup(1200, 630);
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        site.start();
        records = new RealRecords();
        seat = given.brand();
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status ->
                        jdbc.sql("update brand set name = 'Parvi Roastery'").update()));
        connect("page", Map.of());
        connect(
                "bluesky",
                Map.of(
                        "handle", records.handle,
                        "password", records.appPassword,
                        "server", records.server.toString()));
        post = written();
        desk = signedIn(window(1700, ColorScheme.LIGHT), seat);
        // Tall enough that nothing of the preview has to be scrolled to.
        desk.setViewportSize(1700, 3200);
        published = window(1000, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    private Account connect(String network, Map<String, String> given) throws Exception {
        return ((Connecting.Progress.Connected) connecting.answer(seat, network, given)).account();
    }

    /** A thread: a cropped picture with the first part, a card with the second, another picture with the third. */
    private PostId written() throws Exception {
        var link = "http://127.0.0.1:" + site.getAddress().getPort() + "/programme";
        var accounts = Tenant.in(
                seat.brand(), () -> connecting.open().stream().map(Account::id).toList());
        var id = Tenant.in(seat.brand(), () -> composing.start(seat, Draft.of("", accounts)));
        for (var picture : List.of(Scenes.counter(1600, 1200), Scenes.cup(900, 600))) {
            Tenant.in(seat.brand(), () -> picturing.add(seat, id, new ByteArrayInputStream(picture), ""));
        }
        var stands = Tenant.in(seat.brand(), () -> composing.get(id).draft());
        var words = new Wording(
                "",
                FIRST,
                List.of(
                        "The programme, with the way to us from the station: " + link,
                        "And this is what waits for you."),
                List.of(),
                "");
        var shown = new Draft.Picture(
                stands.pictures().getFirst().id(),
                "Three cups on a wooden counter",
                new dev.parvi.connector.Message.Crop(0, 150, 1000, 750),
                0);
        var last = new Draft.Picture(stands.pictures().getLast().id(), "A cup from above", null, 2);
        var draft = new Draft(
                words, "", List.of(), "en", null, List.of(shown, last), stands.versions(), stands.revision(), "");
        Tenant.in(seat.brand(), () -> composing.save(seat, id, draft));
        return id;
    }

    @Test
    void the_published_post_looks_as_the_preview_said() throws Exception {
        desk.navigate(given.at(seat) + "/posts/" + post);
        assertThat(desk.locator(".pp-card-title")).hasText("Saturday at the roastery: tasting, tour and music");
        assertThat(desk.locator(".bsky-card-title")).hasCount(1);
        var page = desk.locator(".compose-view").nth(0).locator(".compose-drawn");
        var other = desk.locator(".compose-view").nth(1).locator(".compose-drawn");
        var before = new Looks(page, other);

        Tenant.in(seat.brand(), () -> scheduling.now(seat, post));
        while (Tenant.in(seat.brand(), () -> retelling.turn(seat)) > 0) {
            // Parts of a thread go out one after the other.
        }

        onThePage(page, before);
        onTheNetwork(other, before);
        before.keep();
    }

    /** The public page at the width the preview's text has. */
    private void onThePage(Locator preview, Looks looks) throws Exception {
        var wide = ((Number) preview.locator(".pp").first().evaluate("each => each.getBoundingClientRect().width"))
                .intValue();
        published.setViewportSize(wide + 40, 1200);
        published.navigate("/@" + given.at(seat).substring(3));
        var entry = published.locator("article.entry");
        assertThat(entry.locator(".pp")).hasCount(3);
        assertThat(entry.locator(".pp").nth(2).getByRole(AriaRole.IMG, named("A cup from above")))
                .hasCount(1);
        same(lines(preview.locator(".pp-text")), lines(entry.locator(".pp-text")));
        same(
                preview.locator(".pp-card-title, .pp-card-host, .pp-card-said").allInnerTexts(),
                entry.locator(".pp-card-title, .pp-card-host, .pp-card-said").allInnerTexts());
        assertThat(shape(entry.getByRole(AriaRole.IMG, named("Three cups on a wooden counter"))))
                .isCloseTo(
                        shape(preview.getByRole(AriaRole.IMG, named("Three cups on a wooden counter"))),
                        org.assertj.core.data.Offset.offset(0.02));
        looks.pagePublished = entry.screenshot();
    }

    private void onTheNetwork(Locator preview, Looks looks) throws Exception {
        var post = preview.locator(".bsky-post").first();
        published.navigate("about:blank");
        published.setContent("<!doctype html><html lang=en><body></body></html>");
        published.addStyleTag(new Page.AddStyleTagOptions().setContent(resource("drawn.css")));
        published.evaluate(
                resource("drawn.js"),
                Map.of(
                        "posts", records.posts(),
                        "name", desk.locator(".bsky-head b").first().innerText(),
                        "handle", records.handle,
                        "width", post.evaluate("each => each.getBoundingClientRect().width"),
                        "font", post.evaluate("each => getComputedStyle(each).fontFamily")));
        var drawn = published.locator(".net");
        assertThat(drawn.locator(".net-post")).hasCount(3);
        assertThat(drawn.locator(".net-post").nth(2).getByRole(AriaRole.IMG, named("A cup from above")))
                .hasCount(1);
        same(lines(preview.locator(".bsky-text")), lines(drawn.locator(".net-text")));
        same(
                preview.locator(".bsky-card-title, .bsky-card-host").allInnerTexts(),
                drawn.locator(".net-card-title, .net-card-host").allInnerTexts());
        assertThat(drawn.locator(".net-card img")).hasCount(1);
        assertThat(shape(drawn.getByRole(AriaRole.IMG, named("Three cups on a wooden counter"))))
                .isCloseTo(
                        shape(preview.getByRole(AriaRole.IMG, named("Three cups on a wooden counter"))),
                        org.assertj.core.data.Offset.offset(0.02));
        looks.networkPublished = drawn.screenshot();
    }

    private static Locator.GetByRoleOptions named(String alt) {
        return new Locator.GetByRoleOptions().setName(alt);
    }

    private static double shape(Locator picture) {
        return ((Number) picture.evaluate(
                        "each => { const box = each.getBoundingClientRect(); return box.width / box.height; }"))
                .doubleValue();
    }

    private static Object lines(Locator texts) throws IOException {
        return texts.evaluateAll("(all) => all.map(" + resource("lines.js") + ")");
    }

    private static void same(Object preview, Object published) {
        assertThat(published.toString()).hasSizeGreaterThan(20).isEqualTo(preview.toString());
    }

    private static String resource(String name) throws IOException {
        try (var in = PreviewBesidePublishedTest.class.getResourceAsStream("/networks/" + name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("^(//[^\\n]*\\n)+", "")
                    .strip()
                    .replaceFirst(";$", "");
        }
    }

    /** The four pictures, put together as one. */
    private final class Looks {

        private final byte[] page;
        private final byte[] network;
        private byte[] pagePublished = {};
        private byte[] networkPublished = {};

        private Looks(Locator page, Locator network) {
            this.page = page.screenshot();
            this.network = network.screenshot();
        }

        void keep() throws IOException {
            published.setViewportSize(1400, 900);
            published.setContent("""
                    <!doctype html><html lang=en><style>
                    body { margin: 0; padding: 24px; background: #eef0f3; color: #1d1f23; font: 16px/1.4 system-ui, sans-serif; }
                    main { display: grid; grid-template-columns: 1fr 1fr; gap: 12px 24px; align-items: start; }
                    h2 { margin: 12px 0 0; font-size: 16px; } h2 span { font-weight: 400; color: #5b6573; }
                    div { padding: 16px; border-radius: 12px; background: #fff; } img { display: block; max-width: 100%%; }
                    </style><main>%s</main></html>
                    """.formatted(cell("Own page", "the composer's preview", page)
                    + cell("Own page", "published", pagePublished)
                    + cell("Bluesky", "the composer's preview", network)
                    + cell("Bluesky", "published, drawn from what its server returned", networkPublished)));
            var file = Files.createDirectories(Path.of("target", "pictures")).resolve("preview-beside-published.png");
            published.locator("body").screenshot(new Locator.ScreenshotOptions().setPath(file));
        }

        private static String cell(String network, String what, byte[] png) {
            return "<section><h2>" + network + " <span>" + what
                    + "</span></h2><div><img alt='' src='data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(png) + "'></div></section>";
        }
    }
}
