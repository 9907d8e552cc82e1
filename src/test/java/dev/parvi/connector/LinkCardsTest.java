package dev.parvi.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.OpenPlatform;
import dev.parvi.shared.BrandId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class LinkCardsTest {

    private static final BrandId BRAND = new BrandId(7);

    @TempDir
    Path folder;

    private final Map<String, Recording> pages = new HashMap<>();
    private final RecordedNetwork site = new RecordedNetwork(
            request -> pages.getOrDefault(request.path(), Recording.json(404, "{}")), Recording.json(429, "{}"));

    @AfterEach
    void close() {
        site.close();
    }

    private Optional<Previews.Card> card(String path) {
        return new LinkCards(OpenPlatform.outbound(), OpenPlatform.media(folder), (brand, address) -> Optional.empty())
                .read(BRAND, site.address().resolve(path), Duration.ofSeconds(5));
    }

    private void page(String path, String type, Charset charset, String html) {
        pages.put(path, new Recording(200, Map.of("content-type", type), html.getBytes(charset)));
    }

    private void page(String html) {
        page("/", "text/html", StandardCharsets.UTF_8, html);
    }

    @Test
    void what_a_page_says_for_cards_wins_over_its_title() {
        page("""
                <title>Sivu</title><meta name="description" content="Vanha">
                <meta property="og:title" content=" Paahtimo &amp; kahvila "><meta property="og:description" content="Tuoretta">
                """);
        assertThat(card("/")).hasValueSatisfying(card -> {
            assertThat(card.title()).isEqualTo("Paahtimo & kahvila");
            assertThat(card.description()).isEqualTo("Tuoretta");
            assertThat(card.host()).isEqualTo("127.0.0.1");
            assertThat(card.pictureHash()).isNull();
        });
    }

    @Test
    void a_page_without_words_for_cards_is_known_by_its_title_and_description() {
        page("<title>Kahvi</title><meta name=description content=Kuvaus>");
        assertThat(card("/")).hasValueSatisfying(card -> {
            assertThat(card.title()).isEqualTo("Kahvi");
            assertThat(card.description()).isEqualTo("Kuvaus");
        });
    }

    @Test
    void letters_are_right_in_the_charset_of_the_header_of_the_page_and_of_neither() {
        page("/header", "text/html; charset=windows-1251", Charset.forName("windows-1251"), "<title>Кофе</title>");
        page("/meta", "text/html", StandardCharsets.ISO_8859_1, "<meta charset=iso-8859-1><title>Päiväkahvi</title>");
        page("/none", "text/html", StandardCharsets.UTF_8, "<title>Hyvää ☕</title>");
        page("/unknown", "text/html; charset=klingon", StandardCharsets.UTF_8, "<title>Öljy</title>");
        assertThat(card("/header").orElseThrow().title()).isEqualTo("Кофе");
        assertThat(card("/meta").orElseThrow().title()).isEqualTo("Päiväkahvi");
        assertThat(card("/none").orElseThrow().title()).isEqualTo("Hyvää ☕");
        assertThat(card("/unknown").orElseThrow().title()).isEqualTo("Öljy");
    }

    @Test
    void its_picture_is_kept_in_the_brands_media() throws IOException {
        page("<title>Kuva</title><meta property=og:image content=/kuva.png>");
        pages.put("/kuva.png", new Recording(200, Map.of("content-type", "image/png"), png()));
        var hash = card("/").orElseThrow().pictureHash();
        assertThat(hash).isNotNull();
        assertThat(OpenPlatform.media(folder).read(BRAND, hash)).isNotEmpty();
    }

    @Test
    void a_picture_that_is_none_or_missing_leaves_the_card_without() {
        page("<title>Kuva</title><meta property=og:image content=/kuva.png>");
        assertThat(card("/").orElseThrow().pictureHash()).isNull();
        pages.put("/kuva.png", new Recording(200, Map.of(), "no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(card("/").orElseThrow().pictureHash()).isNull();
        page("<title>Kuva</title><meta property=og:image content='http://127.0.0.1:1/ %%'>");
        assertThat(card("/").orElseThrow().pictureHash()).isNull();
    }

    @Test
    void what_is_no_page_or_too_large_or_away_has_no_card() {
        page("/file", "application/pdf", StandardCharsets.UTF_8, "<title>No</title>");
        page("/large", "text/html", StandardCharsets.UTF_8, "<title>No</title>" + " ".repeat(4_100_000));
        page("/empty", "text/html", StandardCharsets.UTF_8, "");
        assertThat(card("/file")).isEmpty();
        assertThat(card("/large")).isEmpty();
        assertThat(card("/empty")).isEmpty();
        assertThat(card("/missing")).isEmpty();
        assertThat(card("http://127.0.0.1:1/")).isEmpty();
    }

    @Test
    void endless_words_are_cut_between_characters() {
        page("<title>" + "👩".repeat(400) + "</title><meta name=description content='" + "ä".repeat(2_000) + "'>");
        var card = card("/").orElseThrow();
        assertThat(card.title().length()).isLessThanOrEqualTo(300);
        assertThat(card.title()).endsWith("👩…");
        assertThat(card.description()).hasSize(1_000).endsWith("…");
    }

    @Test
    void a_page_that_can_not_be_read_still_says_where_it_leads() {
        var card = LinkCards.bare(URI.create("https://www.paahtimo.example/a?b"));
        assertThat(card.address()).isEqualTo("https://www.paahtimo.example/a?b");
        assertThat(card.title()).isEqualTo("paahtimo.example");
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
