package dev.parvi.page.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.page.Arranging;
import dev.parvi.page.Card;
import dev.parvi.page.Commenting;
import dev.parvi.page.Picture;
import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.page.Remark;
import dev.parvi.page.Rule;
import dev.parvi.page.Stamps;
import dev.parvi.page.Stored;
import dev.parvi.page.Visitor;
import dev.parvi.platform.Media;
import dev.parvi.platform.MediaStore;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublicPageBrowserTest extends BrowserTest {

    @Autowired
    Posting posting;

    @Autowired
    MediaStore media;

    @Autowired
    Arranging arranging;

    @Autowired
    Commenting commenting;

    @Autowired
    Stamps stamps;

    @Autowired
    HandClock clock;

    private Seat seat;
    private String at;

    @BeforeEach
    void roastery() {
        seat = given.brand();
        at = given.at(seat).replace("/b/", "/@");
        Tenant.in(seat.brand(), () -> arranging.arrange(seat, "Pieni Paahtimo", "", "en", Rule.CAREFUL));
    }

    @Test
    void a_visitor_whose_browser_runs_no_script_reads_likes_and_comments() {
        put("New beans from Yirgacheffe.\n\nCome and taste.");
        var window = scriptless(390);
        window.navigate(at);
        window.getByRole(AriaRole.BUTTON, named("Like (0 likes)")).click();
        assertThat(window.getByRole(AriaRole.BUTTON, named("Take your like back (1 like)")))
                .isVisible();
        window.getByRole(AriaRole.LINK, named("No comments yet")).click();
        clock.pass(Duration.ofSeconds(5));
        comment(window, "Matti", "Lovely, see you on Saturday");
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("Somebody reads your comment first");
        assertThat(window.getByText("Only you see this")).isVisible();
    }

    @Test
    void a_comment_that_is_wrong_stays_and_says_why_beside_its_field() {
        var post = put("New beans.");
        var window = scriptless(390);
        window.navigate(at + "/" + post.slug());
        clock.pass(Duration.ofSeconds(5));
        comment(window, "", "Half a thought");
        assertThat(window.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Half a thought");
        assertThat(window.getByText("Tell us your name; any name will do.")).isVisible();
    }

    @Test
    void an_answer_stands_below_the_comment_it_answers() {
        Tenant.in(seat.brand(), () -> arranging.arrange(seat, "", "", "en", Rule.NONE));
        var post = put("New beans.");
        say(post, "Liisa", "Which mill do you use?", null);
        var window = scriptless(1280);
        window.navigate(at + "/" + post.slug());
        window.getByRole(AriaRole.LINK, named("Reply to Liisa")).click();
        clock.pass(Duration.ofSeconds(5));
        comment(window, "Matti", "A hand mill, set coarse.");
        assertThat(window.locator(".answer .who")).hasText("Matti");
    }

    @Test
    void the_page_says_what_it_is_to_machines_without_a_complaint_of_the_content_policy() {
        put("New beans.");
        var window = window();
        window.navigate(at);
        assertThat(window.locator("script[type='application/ld+json']")).hasCount(1);
        assertThat(window.locator("script:not([type='application/ld+json'])")).hasCount(0);
        assertThat(window.locator("[style]")).hasCount(0);
    }

    @Test
    void every_page_is_accessible_and_fits_in_light_and_dark_on_desktop_and_phone() throws Exception {
        Tenant.in(seat.brand(), () -> arranging.arrange(seat, "Pieni Paahtimo", "", "en", Rule.NONE));
        var thread = filled();
        say(thread, "Liisa Virtanen", "Which mill do you use at home? Mine is twenty years old and I love it.", null);
        say(thread, "Игорь", "Прекрасный кофе, спасибо!", null);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (var width : new int[] {1280, 390}) {
                var window = window(width, scheme);
                for (var path : new String[] {"", "/" + thread.slug(), "/about", "/follow/abc"}) {
                    window.navigate(at + path);
                    assertFits(window);
                    assertAccessible(window);
                    picture(window, "page" + path.replaceAll("/|-.*", "-") + "-" + width + "-" + scheme);
                }
            }
        }
    }

    @Test
    void the_place_at_the_desk_is_accessible_and_fits() throws Exception {
        var post = filled();
        say(post, "Liisa", "Look at https://example.org/", null);
        for (var width : new int[] {1280, 390}) {
            var window = signedIn(window(width, ColorScheme.DARK), seat);
            window.navigate(given.at(seat) + "/page");
            assertThat(window.getByText("Liisa")).isVisible();
            assertFits(window);
            assertAccessible(window);
            picture(window, "page-desk-" + width);
        }
    }

    /** A page as a roastery might have it: text, pictures, a card, a thread, a quote, two languages. */
    private Stored filled() throws Exception { // limit: 60 because it's one page, told in order
        put("Opening hours at Midsummer: Thursday 10 to 18, Friday closed, Saturday 12 to 16.");
        var card = new Card(
                "https://example.org/guide",
                "example.org",
                "How to brew filter coffee that tastes of something",
                "Grind, water, time: the three things that matter, and the many that don't.",
                kept(5, 1_200, 630).hash());
        put("card", draft("", "A friend wrote the guide we send everybody to.", List.of(), card, null, List.of()));
        put(
                "ru",
                draft("", "Сегодня обжарили Эфиопию. Приходите пробовать!", pictures(3), null, null, List.of("кофе")));
        var first = put(
                "t1",
                draft(
                        "Why our espresso changes with the seasons",
                        "Coffee is a fruit, and fruit has a season. What we buy in March from Ethiopia tastes of bergamot and "
                                + "peach until about August; then it fades.\n\nSo instead of forcing one taste all year round we "
                                + "let the blend move. Notes on each change are at https://example.org/blend.",
                        pictures(1),
                        null,
                        null,
                        List.of("espresso", "seasons")));
        put(
                "t2",
                new PostDraft(
                        "",
                        "From this week on: 60 % Yirgacheffe, 40 % Huila.",
                        List.of(),
                        null,
                        null,
                        List.of(),
                        "",
                        clock.instant(),
                        first.id()));
        var quote = new Card(first.address().toString(), "", "", "", null);
        put(
                "q",
                draft(
                        "",
                        "We were asked so often that it deserves a second look.",
                        pictures(4),
                        null,
                        quote,
                        List.of()));
        return first;
    }

    private PostDraft draft(
            String title, String text, List<Picture> pictures, Card card, Card quote, List<String> tags) {
        clock.pass(Duration.ofHours(20));
        return new PostDraft(title, text, pictures, card, quote, tags, "", clock.instant(), null);
    }

    private Stored put(String key, PostDraft draft) {
        return Tenant.in(seat.brand(), () -> posting.put(key, draft)).orElseThrow();
    }

    private List<Picture> pictures(int count) throws Exception {
        var all = new ArrayList<Picture>();
        for (var n = 0; n < count; n++) {
            var kept = kept(count * 10 + n, 1_500, n % 2 == 0 ? 1_000 : 1_500);
            all.add(new Picture(kept.hash(), kept.type(), kept.width(), kept.height(), "Colours of a roast, " + n));
        }
        return all;
    }

    private Media kept(int seed, int width, int height) throws Exception {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        var from = Color.getHSBColor(seed * 0.13f, 0.45f, 0.85f);
        brush.setPaint(
                new GradientPaint(0, 0, from, width, height, Color.getHSBColor(seed * 0.13f + 0.1f, 0.6f, 0.35f)));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return media.keep(seat.brand(), new ByteArrayInputStream(out.toByteArray()));
    }

    private Stored put(String text) {
        return Tenant.in(seat.brand(), () -> posting.put(text, PostDraft.of(text, clock.instant())))
                .orElseThrow();
    }

    private void say(Stored post, String name, String text, Long parent) {
        var stamp = Tenant.in(seat.brand(), stamps::stamp);
        clock.pass(Duration.ofMinutes(2));
        var remark = new Remark(name, "", text, parent, "", stamp);
        Tenant.in(seat.brand(), () -> commenting.say(post.slug(), remark, new Visitor(name, "203.0.113.5")));
    }

    private static void comment(Page window, String name, String text) {
        window.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true))
                .fill(text);
        window.getByLabel("Name").fill(name);
        window.getByRole(AriaRole.BUTTON, named("Send")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
