package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Message;
import dev.parvi.connector.Previews.Card;
import dev.parvi.connector.Previews.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingsTest {

    @Test
    void links_mentions_and_tags_are_drawn_as_links_between_plain_text() {
        var drawing = Drawings.of(Message.of("Hei @alice.test, #kahvi!\nkahvi.fi"), null);
        assertThat(drawing.text())
                .containsExactly(
                        new Piece("Hei ", ""),
                        new Piece("@alice.test", "https://bsky.app/profile/alice.test"),
                        new Piece(", ", ""),
                        new Piece("#kahvi", "https://bsky.app/hashtag/kahvi"),
                        new Piece("!\n", ""),
                        new Piece("kahvi.fi", "https://kahvi.fi"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/, example.com",
        "https://example.com/short, example.com/short",
        "https://example.com/a/very/long/path?with=query, example.com/a/very/long/...",
        "https://example.com:8080/x, example.com:8080/x",
        "example.com/a/very/long/path/indeed, example.com/a/very/long/path/indeed"
    })
    void a_long_link_is_shortened_as_the_app_shortens_it(String link, String shown) {
        assertThat(Drawings.of(Message.of(link), null).text().getFirst().text()).isEqualTo(shown);
    }

    @Test
    void a_card_gives_way_to_pictures() {
        var card = new Card("https://example.com", "example.com", "Title", "", null);
        var picture = new Message.Picture("h", "image/jpeg", 10, 10, "", null);
        var message = new Message("", "x", List.of(picture), null, null, List.of(), List.of());
        assertThat(Drawings.of(Message.of("x"), card).card()).isEqualTo(card);
        assertThat(Drawings.of(message, card).card()).isNull();
    }
}
