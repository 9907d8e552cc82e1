package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Previews.Piece;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void addresses_become_links_and_all_of_the_text_is_there_again() {
        var text = "Lue https://a.example/x?y=1&z. Tai (http://b.example/(c))! Loppu";
        assertThat(Pieces.of(text).stream().map(Piece::text).reduce("", String::concat))
                .isEqualTo(text);
        assertThat(Pieces.of(text).stream().map(Piece::href).filter(href -> !href.isEmpty()))
                .containsExactly("https://a.example/x?y=1&z", "http://b.example/(c)");
    }

    @Test
    void what_is_no_address_of_the_web_stays_text() {
        for (var text : new String[] {"javascript:alert(1)", "https://", "xhttps://a.example", "http://%%%", ""}) {
            assertThat(Pieces.of(text)).allMatch(piece -> piece.href().isEmpty());
        }
    }

    @Test
    void a_text_names_an_address_only_in_full() {
        assertThat(Pieces.name("katso https://a.example/x.", "https://a.example/x"))
                .isTrue();
        assertThat(Pieces.name("katso https://a.example/xy", "https://a.example/x"))
                .isFalse();
    }
}
