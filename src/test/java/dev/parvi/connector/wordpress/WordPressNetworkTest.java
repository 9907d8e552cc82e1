package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Message;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.Sent;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.connector.SignsIn.Step;
import java.awt.Color;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract, and all that a post can carry, on a real blog. */
@Tag("networks")
class WordPressNetworkTest extends WordPressTalkContract {

    private final RealBlog real = (RealBlog) blog;

    WordPressNetworkTest() throws Exception {
        super(new RealBlog());
    }

    @BeforeEach
    void connect() throws Exception {
        var credentials = signIn(real.site.toString(), real.user(), real.password());
        access().set("id", credentials.values().get("id"));
    }

    private Credentials signIn(String site, String user, String password) throws ConnectorFailed {
        return ((Step.Done) wordpress.answer(Map.of("site", site, "user", user, "password", password))).credentials();
    }

    private String fault(String site, String user, String password) {
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> signIn(site, user, password));
        assertThat(failed.reauth()).isFalse();
        return failed.fault().code() + "@" + failed.field();
    }

    @Test
    void signing_in_brings_the_blogs_name_and_place_from_any_of_its_pages() throws Exception {
        var page = ((Published) wordpress.publish(access(), parcel())).sent().address();
        for (var address : List.of(real.site + "/", page.toString(), real.site + "/wp-admin/", real.site + "/?p=1")) {
            var credentials = signIn(address, real.user(), real.password());
            assertThat(credentials.name()).isEqualTo("Trial Blog");
            assertThat(credentials.place()).isEqualTo(real.site.getAuthority());
            assertThat(credentials.address()).isEqualTo(real.site);
            assertThat(credentials.values()).containsEntry("root", real.root().toString());
        }
    }

    @Test
    void what_is_wrong_at_the_sign_in_is_said_at_its_field() throws Exception {
        var site = real.site.toString();
        assertThat(fault(site, real.user(), "wrong")).isEqualTo("wordpress.password@password");
        assertThat(fault(site, "nobody", real.password())).isEqualTo("wordpress.password@password");
        assertThat(fault(site, real.user(), "main-" + real.user())).isEqualTo("wordpress.password@password");
        var author = real.member("author", "a" + real.user());
        assertThat(fault(site, "a" + real.user(), real.appPassword(author)))
                .isEqualTo("wordpress.may-not-moderate@user");
        var reader = real.member("subscriber", "s" + real.user());
        assertThat(fault(site, "s" + real.user(), real.appPassword(reader)))
                .isEqualTo("wordpress.may-not-publish@user");
    }

    @Test
    void a_blog_whose_addresses_are_not_rewritten_is_spoken_with_too() throws Exception {
        access().set("root", real.site + "/?rest_route=/");
        var parcel = parcel();
        assertThat(wordpress.publish(access(), parcel)).isInstanceOf(Published.class);
        assertThat(wordpress.news(access(), "").cursor()).isNotEmpty();
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void a_post_carries_title_text_pictures_category_tags_and_excerpt() throws Exception {
        var parcel = parcel(full());
        var sent = ((Published) wordpress.publish(access(), parcel)).sent();
        assertThat(sent.address().getPath())
                .isEqualTo("/" + Slugs.of(parcel) + "/")
                .startsWith("/uusi-kahvi-b-tee-b-");
        var post = real.post(number(sent));
        assertThat(Jsoup.parse(post.path("title").path("rendered").asString()).wholeText())
                .contains("Uusi kahvi & <b>tee</b> [caption]");
        assertThat(terms(post.path("categories"), "categories"))
                .containsExactlyInAnyOrder("Uutiset &amp; muut", "Kahvi");
        assertThat(terms(post.path("tags"), "tags")).containsExactlyInAnyOrder("paahto", "tummä");
        var featured = real.media(post.path("featured_media").asLong());
        assertThat(Parser.unescapeEntities(featured.path("alt_text").asString(), true))
                .isEqualTo("Kuppi \"musta\" & <valkoinen>");
        assertThat(featured.path("media_details").path("width").asInt()).isEqualTo(2_560);
        var shown = Jsoup.parse(post.path("content").path("rendered").asString());
        assertThat(shown.select("script, .gallery")).isEmpty();
        assertThat(shown.select("p").eachText().getFirst())
                .isEqualTo("Ensimmäinen & <script>alert(1)</script> [gallery] https://example.org/a?b=c&d. rivi");
        assertThat(shown.select("a").eachAttr("href"))
                .containsExactly("https://example.org/a?b=c&d", "https://example.org/lue");
        assertThat(shown.select("img").eachAttr("alt")).containsExactly("Sininen");
        assertThat(Jsoup.parse(post.path("excerpt").path("rendered").asString()).text())
                .isEqualTo("Lyhyesti: <i>hyvää</i> & [gallery]");
        assertThat(real.page(sent.address())).contains("Trial Blog").doesNotContain("alert(1)</script>");
    }

    private static Message full() {
        var pictures = List.of(
                WordPressParts.picture(3_000, 2_000, Color.ORANGE, "Kuppi \"musta\" & <valkoinen>"),
                WordPressParts.picture(300, 200, Color.BLUE, "Sininen"));
        var text = "Ensimmäinen & <script>alert(1)</script> [gallery] https://example.org/a?b=c&d.\nrivi\n\n"
                + "Toinen <!-- wp:html --> ☕ 😀";
        return new Message(
                "Uusi kahvi & <b>tee</b> [caption]",
                text,
                pictures,
                URI.create("https://example.org/lue"),
                null,
                List.of("paahto", "tummä"),
                List.of(),
                "Lyhyesti: <i>hyvää</i> & [gallery]",
                List.of("Uutiset & muut", "Kahvi"));
    }

    private List<String> terms(JsonNode ids, String taxonomy) throws Exception {
        var names = new ArrayList<String>();
        for (var id : ids) {
            names.add(real.get(taxonomy + "/" + id.asLong()).path("name").asString());
        }
        return names;
    }

    @Test
    void a_term_that_was_made_before_is_used_again() throws Exception {
        var message =
                new Message("", "Termit", List.of(), null, null, List.of("Espresso"), List.of(), "", List.of("A & B"));
        var one = real.post(number(sent(message)));
        var lower =
                new Message("", "Termit", List.of(), null, null, List.of("espresso"), List.of(), "", List.of("a & b"));
        var two = real.post(number(sent(lower)));
        assertThat(two.path("categories")).isEqualTo(one.path("categories"));
        assertThat(two.path("tags")).isEqualTo(one.path("tags"));
    }

    private Sent sent(Message message) {
        return ((Published) wordpress.publish(access(), parcel(message))).sent();
    }
}
