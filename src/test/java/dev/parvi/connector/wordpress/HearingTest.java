package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Recording;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class HearingTest {

    private final Hearing hearing = new Hearing(new Login(URI.create(""), "blog.example.org", "maija", "", 2));
    private final ObjectNode said = (ObjectNode) Recording.JSON.readTree("""
            {"id":5,"post":7,"parent":0,"author":0,"author_name":"Liisa &amp; Co","author_email":"Liisa@example.org",
            "author_url":"https://liisa.example","date_gmt":"2026-11-23T01:39:28","content":{"raw":"Hei"},
            "link":"https://blog.example.org/kom-1/#comment-5","status":"hold","type":"comment"}""");

    private Heard heard() {
        return hearing.comment(said).orElseThrow();
    }

    private String text(String raw) {
        said.putObject("content").put("raw", raw);
        return heard().text();
    }

    @Test
    void a_comment_has_its_place_its_time_and_its_speaker() {
        assertThat(heard().id()).isEqualTo("blog.example.org/?c=5");
        assertThat(heard().root()).isEqualTo("blog.example.org/?p=7");
        assertThat(heard().at()).isEqualTo(Instant.parse("2026-11-23T01:39:28Z"));
        assertThat(heard().speaker().name()).isEqualTo("Liisa & Co");
        assertThat(heard().speaker().address()).isEqualTo(URI.create("https://liisa.example"));
        assertThat(heard().standing()).isEqualTo(Standing.HELD);
    }

    @Test
    void visitors_are_one_by_their_mail_address_which_is_not_kept() {
        var one = heard().speaker().id();
        said.put("author_email", "liisa@EXAMPLE.org ").put("author_name", "L.");
        assertThat(heard().speaker().id()).isEqualTo(one).doesNotContain("liisa");
        said.put("author_email", "");
        assertThat(heard().speaker().id()).isEmpty();
        said.put("author", 2);
        assertThat(heard().speaker().us()).isTrue();
        said.put("author", 3);
        assertThat(heard().speaker().us()).isFalse();
    }

    @Test
    void text_is_what_was_written_without_its_html() {
        assertThat(text("a &lt; b &amp; c\n\n\n\nrivi <strong>kaksi</strong>")).isEqualTo("a < b & c\n\nrivi kaksi");
        assertThat(text("<a href=\"https://spam.example\" rel=\"ugc\">täältä</a>"))
                .isEqualTo("täältä (https://spam.example)");
        assertThat(text("<a href=\"https://e.example\">https://e.example</a>")).isEqualTo("https://e.example");
        assertThat(text("<p>Yksi</p><p>Kaksi<br>kolme</p>")).isEqualTo("Yksi\n\nKaksi\nkolme");
        assertThat(text("I <3 kahvi")).isEqualTo("I <3 kahvi");
    }

    @Test
    void a_word_from_another_site_is_a_mention() {
        said.put("type", "pingback");
        assertThat(heard().kind()).isEqualTo(Kind.MENTION);
    }

    @Test
    void what_the_blog_says_that_is_no_address_harms_nothing() {
        said.put("author_url", "javascript:alert(1)").put("link", "%%%");
        assertThat(heard().speaker().address()).isNull();
        assertThat(heard().address()).isEqualTo(URI.create("https://blog.example.org/?c=5"));
        said.put("author_url", "::").put("date_gmt", "never").put("status", "post-trashed");
        assertThat(heard().at()).isEqualTo(Instant.EPOCH);
        assertThat(heard().standing()).isEqualTo(Standing.HIDDEN);
        said.put("id", "x");
        assertThat(hearing.comment(said)).isEmpty();
    }
}
