package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlugsTest {

    private static String of(String title, String key) {
        var message = new Message(title, "text", List.of(), null, null, List.of(), List.of());
        return Slugs.of(new Parcel(1, key, Instant.EPOCH, message, List.of()));
    }

    @Test
    void a_title_in_any_script_can_be_read_in_the_address() {
        assertThat(of("Äiti & öljy!", "k")).startsWith("aiti-oljy-");
        assertThat(of("Кофе по-турецки", "k")).startsWith("kofe-po-turecki-");
        assertThat(of("", "k")).startsWith("post-");
        assertThat(of("☕", "k")).startsWith("post-");
    }

    @Test
    void the_key_tells_two_posts_of_one_title_apart() {
        assertThat(of("Kahvi", "one")).isEqualTo(of("Kahvi", "one")).isNotEqualTo(of("Kahvi", "two"));
        assertThat(of("Kahvi", "one")).matches("kahvi-[0-9a-f]{12}");
    }

    @Test
    void a_long_title_is_cut_between_words() {
        assertThat(of("sana ".repeat(40), "k")).matches("(sana-){12}[0-9a-f]{12}");
        assertThat(of("a".repeat(500), "k")).matches("a{60}-[0-9a-f]{12}");
    }
}
