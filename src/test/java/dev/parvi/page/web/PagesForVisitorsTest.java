package dev.parvi.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.xpath;

import dev.parvi.page.Arranging;
import dev.parvi.page.Picture;
import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.page.Rule;
import dev.parvi.page.Stamps;
import dev.parvi.page.Stored;
import dev.parvi.platform.MediaStore;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

// limit: 340 because each page a visitor can open stands here beside the others
@DeskTest
class PagesForVisitorsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    Arranging arranging;

    @Autowired
    MediaStore media;

    @Autowired
    Stamps stamps;

    @Autowired
    HandClock clock;

    private Seat seat;
    private String at;

    @BeforeEach
    void brand() {
        seat = given.brand();
        at = given.at(seat).replace("/b/", "/@");
    }

    private Stored put(String key, PostDraft draft) {
        return Tenant.in(seat.brand(), () -> posting.put(key, draft)).orElseThrow();
    }

    private Stored put(String text) {
        return put(text, PostDraft.of(text, clock.instant()));
    }

    private String stamp() {
        var stamp = Tenant.in(seat.brand(), stamps::stamp);
        clock.pass(Duration.ofSeconds(5));
        return stamp;
    }

    @Test
    void anybody_reads_the_page_in_its_own_language_and_gets_no_cookie_of_a_visitor() throws Exception {
        put("Kahvia");
        mvc.perform(get(at).header("Accept-Language", "ru"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"fi\">")))
                .andExpect(content().string(containsString("Kahvia")))
                .andExpect(header().string("Set-Cookie", not(containsString("visitor"))));
    }

    @Test
    void a_brand_that_is_not_there_is_not_found() throws Exception {
        mvc.perform(get("/@nobody-here")).andExpect(status().isNotFound());
        mvc.perform(get("/@Not!a!handle")).andExpect(status().isNotFound());
    }

    @Test
    void what_was_written_is_never_html() throws Exception {
        var post = put("<script>alert(1)</script> \"'><img src=x onerror=alert(2)>");
        for (var path : List.of(at, at + "/" + post.slug())) {
            mvc.perform(get(path))
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(not(containsString("<img src=x"))))
                    .andExpect(content().string(not(containsString("</script> \\\""))));
        }
    }

    @Test
    void a_post_has_an_address_that_describes_itself() throws Exception {
        var post = put(
                "k",
                new PostDraft(
                        "Uusi paahto", "Maista.", List.of(), null, null, List.of("kahvi"), "", clock.instant(), null));
        var html = mvc.perform(get(at + "/" + post.slug()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var head = Jsoup.parse(html);
        assertThat(head.selectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo(post.address().toString());
        assertThat(head.selectFirst("meta[property=og:title]").attr("content")).isEqualTo("Uusi paahto");
        assertThat(head.selectFirst("script[type=application/ld+json]").data())
                .contains("\"BlogPosting\"", "\"headline\":\"Uusi paahto\"", "\"keywords\":[\"kahvi\"]");
    }

    @Test
    void a_part_of_a_thread_leads_to_its_place_and_a_deleted_post_says_so() throws Exception {
        var first = put("Eka");
        var second =
                put("p2", new PostDraft("", "Toka", List.of(), null, null, List.of(), "", clock.instant(), first.id()));
        mvc.perform(get(at + "/" + second.slug()))
                .andExpect(redirectedUrl(at + "/" + first.slug() + "#" + second.slug()));
        Tenant.run(seat.brand(), () -> posting.remove(first.id()));
        mvc.perform(get(at + "/" + first.slug())).andExpect(status().isGone());
        mvc.perform(get(at + "/never-was-abcdef")).andExpect(status().isNotFound());
    }

    @Test
    void pictures_of_posts_are_sent_in_sizes_to_be_kept_and_no_others() throws Exception {
        var kept = media.keep(seat.brand(), new ByteArrayInputStream(picture(1_000)));
        var other = media.keep(seat.brand(), new ByteArrayInputStream(picture(900)));
        put(
                "k",
                new PostDraft(
                        "",
                        "Kuva",
                        List.of(new Picture(kept.hash(), kept.type(), 1_000, 500, "Kuppi")),
                        null,
                        null,
                        List.of(),
                        "",
                        clock.instant(),
                        null));
        mvc.perform(get(at + "/media/" + kept.hash()).param("w", "400"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("immutable")))
                .andExpect(header().string("Content-Type", startsWith("image/")));
        mvc.perform(get(at + "/media/" + other.hash())).andExpect(status().isNotFound());
        var picture = Jsoup.parse(mvc.perform(get(at)).andReturn().getResponse().getContentAsString())
                .selectFirst("figure img");
        assertThat(picture.attr("alt")).isEqualTo("Kuppi");
        assertThat(picture.attr("width")).isEqualTo("1000");
        assertThat(picture.attr("srcset")).contains("w=400 400w", "w=800 800w", "w=1600 1000w");
    }

    private static byte[] picture(int width) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    @Test
    void a_comment_that_is_wrong_stays_typed_with_the_reason_beside_it() throws Exception {
        var post = put("Kahvia");
        mvc.perform(post(at + "/" + post.slug() + "/comments")
                        .param("name", "")
                        .param("text", "Hyvää <b>kahvia</b>")
                        .param("stamp", stamp())
                        .with(given.visitor()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"say-name-fault\"")))
                .andExpect(content().string(containsString("Hyvää &lt;b&gt;kahvia&lt;/b&gt;</textarea>")));
    }

    @Test
    void a_comment_that_is_taken_leads_back_to_it_and_makes_the_visitor_known() throws Exception {
        Tenant.in(seat.brand(), () -> arranging.arrange(seat, "", "", "", Rule.NONE));
        var post = put("Kahvia");
        mvc.perform(post(at + "/" + post.slug() + "/comments")
                        .param("name", "Matti")
                        .param("text", "Hyvää")
                        .param("stamp", stamp())
                        .with(given.visitor()))
                .andExpect(redirectedUrlPattern(at + "/" + post.slug() + "?notice=page.comment.shown#c*"))
                .andExpect(header().string("Set-Cookie", containsString("Path=" + at)));
        mvc.perform(get(at + "/" + post.slug())).andExpect(content().string(containsString("Matti")));
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws Exception {
        var post = put("Kahvia");
        mvc.perform(post(at + "/" + post.slug() + "/likes").param("liked", "true"))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_atom_feed_is_well_formed_and_says_when_nothing_is_new() throws Exception {
        put(
                "k",
                new PostDraft(
                        "Otsikko & muuta",
                        "Eka\n\nToka \u0001https://example.org/a?b=1&c=2",
                        List.of(),
                        null,
                        null,
                        List.of("kahvi"),
                        "",
                        clock.instant(),
                        null));
        var answer = mvc.perform(get(at + "/feed.atom"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", startsWith("application/atom+xml")))
                .andExpect(xpath("/a:feed/a:entry/a:title", Map.of("a", "http://www.w3.org/2005/Atom"))
                        .string("Otsikko & muuta"))
                .andExpect(xpath("/a:feed/a:entry/a:content", Map.of("a", "http://www.w3.org/2005/Atom"))
                        .string(containsString("<a href=\"https://example.org/a?b=1&amp;c=2\">")))
                .andReturn()
                .getResponse();
        mvc.perform(get(at + "/feed.atom").header("If-None-Match", answer.getHeader("ETag")))
                .andExpect(status().isNotModified());
        mvc.perform(get(at + "/feed.atom").header("If-Modified-Since", answer.getHeader("Last-Modified")))
                .andExpect(status().isNotModified());
        clock.pass(Duration.ofMinutes(1));
        put("Uutta");
        mvc.perform(get(at + "/feed.atom").header("If-None-Match", answer.getHeader("ETag")))
                .andExpect(status().isOk());
    }

    @Test
    void the_json_feed_holds_what_its_version_asks_for() throws Exception {
        var post = put("Kahvia");
        mvc.perform(get(at + "/feed.json"))
                .andExpect(header().string("Content-Type", startsWith("application/feed+json")))
                .andExpect(jsonPath("$.version").value("https://jsonfeed.org/version/1.1"))
                .andExpect(jsonPath("$.items[0].url").value(post.address().toString()))
                .andExpect(jsonPath("$.items[0].content_html").value("<p>Kahvia</p>"));
    }

    @Test
    void without_a_mail_server_the_page_offers_feeds_only() throws Exception {
        mvc.perform(get(at + "/about"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(at + "/feed.atom")))
                .andExpect(content().string(not(containsString("name=\"email\""))));
    }

    @Test
    void a_link_out_of_a_mail_asks_before_it_does_anything() throws Exception {
        mvc.perform(get(at + "/unfollow/abc"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("noindex")));
        mvc.perform(post(at + "/unfollow/abc").with(given.visitor()))
                .andExpect(redirectedUrlPattern(at + "/about?notice=*"));
        mvc.perform(post(at + "/follow/abc").with(given.visitor()))
                .andExpect(redirectedUrl(at + "/about?notice=page.follow.stale"));
    }

    @Test
    void the_page_wears_the_colour_of_its_brand() throws Exception {
        mvc.perform(get(at + "/look/1f6f5c.css"))
                .andExpect(header().string("Content-Type", startsWith("text/css")))
                .andExpect(content().string(containsString("--accent: #1f6f5c")));
    }

    @Test
    void the_desk_shows_what_waits_and_a_member_lets_it_in() throws Exception {
        var post = put("Kahvia");
        mvc.perform(post(at + "/" + post.slug() + "/comments")
                .param("name", "Matti")
                .param("email", "matti@example.org")
                .param("text", "Hyvää")
                .param("stamp", stamp())
                .with(given.visitor()));
        var desk = given.at(seat) + "/page";
        var html = mvc.perform(get(desk).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("matti@example.org")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var action = Jsoup.parse(html).selectFirst("form[action$=approval]").attr("action");
        mvc.perform(post(action).with(given.signedIn(seat)))
                .andExpect(redirectedUrl(desk + "?notice=page.desk.approved"));
        mvc.perform(get(at + "/" + post.slug()))
                .andExpect(content().string(containsString("Matti")))
                .andExpect(content().string(not(containsString("matti@example.org"))));
        mvc.perform(post(desk + "/settings").param("title", "x".repeat(90)).with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("x".repeat(90))));
    }
}
