package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.LinkCards;
import dev.parvi.connector.wordpress.Blocks.Kept;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void paragraphs_stand_apart_and_lines_stay_lines() {
        assertThat(Blocks.of("Yksi\nkaksi\n \n\nKolme ", List.of(), null)).isEqualTo("""
                <!-- wp:paragraph -->
                <p>Yksi<br>kaksi</p>
                <!-- /wp:paragraph -->

                <!-- wp:paragraph -->
                <p>Kolme</p>
                <!-- /wp:paragraph -->""");
    }

    @Test
    void nothing_typed_is_html_a_block_or_a_shortcode() {
        var written = Blocks.of(
                "<script>x</script> <!-- wp:html --> [gallery] https://e.example/\"onclick=x https://e.example/[a]",
                List.of(new Kept(5, "https://b.example/\"><script>", "\"><b>")),
                null);
        assertThat(written)
                .doesNotContain("<script", "[", "]", "wp:html -->", "\"onclick", "\"><b>")
                .contains("&lt;script&gt;")
                .contains("&lt;!-- wp:html --&gt;")
                .contains("&#91;gallery&#93;");
    }

    @Test
    void a_link_stands_below_unless_the_text_names_it() {
        var card = LinkCards.bare(URI.create("https://e.example/a?b&c"));
        assertThat(Blocks.of("Lue", List.of(), card)).contains("<p><a href=\"https://e.example/a?b&amp;c\">");
        assertThat(Blocks.of("Lue https://e.example/a?b&c!", List.of(), card)).containsOnlyOnce("href=");
    }

    @Test
    void no_text_is_no_block() {
        assertThat(Blocks.of(" \n ", List.of(), null)).isEmpty();
    }
}
