package dev.parvi.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.connector.SignsIn.Step;
import dev.parvi.support.DeskTest;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Parts;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every network's folder is complete: descriptor, words in three languages, icon, preview. */
@DeskTest
class ConnectorsTest {

    private static final Set<String> SHARED =
            Set.of("unreachable", "forbidden-address", "timeout", "cut", "garbage", "server", "limited", "picture");

    @Autowired
    private Connectors connectors;

    @Autowired
    private Parts parts;

    private List<Connector> ours() {
        return connectors.all().stream()
                .map(descriptor -> connectors.of(descriptor.network()))
                .filter(connector -> connector.getClass().getPackageName().startsWith("dev.parvi.connector."))
                .toList();
    }

    @Test
    void the_networks_of_the_desk_are_found_by_their_key() {
        assertThat(connectors.all()).extracting(Descriptor::network).contains("bluesky", "byhand");
        assertThat(connectors.as(Publishes.class, "bluesky")).isPresent();
        assertThat(connectors.as(Deletes.class, "byhand")).isEmpty();
        assertThatThrownBy(() -> connectors.of("nowhere")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_descriptor_is_complete() {
        for (var connector : ours()) {
            var descriptor = connector.descriptor();
            assertThat(descriptor.network()).matches("[a-z]+");
            assertThat(descriptor.name()).isNotBlank();
            assertThat(descriptor.icon()).as(descriptor.name()).startsWith("M").hasSizeGreaterThan(40);
            assertThat(descriptor.text().limit()).isPositive();
            assertThat(descriptor.text().maxBytes())
                    .isGreaterThanOrEqualTo(descriptor.text().limit());
            assertThat(descriptor.callDeadline()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(2));
            assertThat(descriptor.pace().calls()).isPositive();
            assertThat(descriptor.has(Descriptor.Feature.DELETE)).isEqualTo(connector instanceof Deletes);
            assertThat(descriptor.media().types()).isNotEmpty();
        }
    }

    @Test
    void every_field_and_fault_has_its_words_in_each_language() {
        for (var language : List.of("", "_fi", "_ru")) {
            for (var connector : ours()) {
                var words = bundle(connector.getClass(), language);
                assertThat(words.keySet()).as(connector + language).containsAll(needed(connector));
            }
            assertThat(bundle(Connector.class, language).keySet())
                    .containsAll(SHARED.stream().map(code -> "fault." + code).toList());
        }
    }

    @Test
    void the_words_of_a_network_have_the_same_keys_in_each_language() {
        for (var connector : ours()) {
            var english = bundle(connector.getClass(), "").keySet();
            assertThat(bundle(connector.getClass(), "_fi").keySet()).isEqualTo(english);
            assertThat(bundle(connector.getClass(), "_ru").keySet()).isEqualTo(english);
        }
    }

    @Test
    void no_words_have_a_mistake_in_their_pattern() {
        for (var locale : Languages.ALL) {
            var words = new Languages().in(locale);
            for (var connector : ours()) {
                for (var key : bundle(connector.getClass(), "").keySet()) {
                    assertThat(words.t((String) key, "detail", "x"))
                            .isNotBlank()
                            .doesNotContain("{");
                }
            }
        }
    }

    @Test
    void every_network_draws_text_picture_and_card() {
        var picture =
                new Message.Picture("hash1", "image/jpeg", 400, 300, "A <cup>", new Message.Crop(0, 0, 500, 1_000));
        var card = new Previews.Card("https://example.com/a", "example.com", "Title & more", "Words", "hash2");
        for (var connector : ours()) {
            if (!(connector instanceof Previews previews)) {
                continue;
            }
            var drawn = drawn(previews, Message.of("Hello <b> & https://example.com"), card);
            assertThat(drawn)
                    .contains("Hello &lt;b&gt; &amp; ")
                    .contains("https://example.com/a")
                    .contains("Roastery");
            var pictured = new Message("", "Kuva", List.of(picture), null, null, List.of(), List.of());
            assertThat(drawn(previews, pictured, null))
                    .contains("/media/hash1")
                    .contains("viewBox=\"0 0 200 300\"")
                    .contains("A &lt;cup>")
                    .doesNotContain("style=")
                    .doesNotContain("<script");
        }
    }

    @Test
    void a_network_that_quotes_draws_what_is_quoted() {
        var quote = URI.create("https://example.com/quoted");
        var message = new Message("", "Katso", List.of(), null, quote, List.of(), List.of());
        for (var connector : ours()) {
            if (connector.descriptor().has(Descriptor.Feature.QUOTE) && connector instanceof Previews previews) {
                assertThat(drawn(previews, message, null)).contains("https://example.com/quoted");
            }
        }
    }

    private String drawn(Previews previews, Message message, Previews.@Nullable Card card) {
        UnaryOperator<String> pictures = hash -> "/media/" + hash;
        var frame = new Previews.Frame("Roastery", "roastery.example", "", pictures);
        var out = new StringOutput();
        parts.of(previews.template(), Map.of("drawing", previews.draw(message, card), "frame", frame))
                .writeTo(out);
        return out.toString();
    }

    private static Set<String> needed(Connector connector) {
        var network = "network." + connector.descriptor().network();
        var needed = new TreeSet<String>();
        needed.add(network + ".about");
        connector.faults().forEach(code -> needed.add("fault." + code));
        if (connector instanceof SignsIn signsIn && signsIn.begin() instanceof Step.Ask ask) {
            for (var field : ask.fields()) {
                needed.add(network + ".field." + field.name());
                needed.add(network + ".field." + field.name() + ".hint");
            }
        }
        if (connector instanceof Listens listens) {
            for (var offer : listens.offers()) {
                var key = network + ".listens." + offer.kind().name().toLowerCase(Locale.ROOT);
                needed.addAll(List.of(key, key + ".hint"));
            }
        }
        if (connector instanceof Streams) {
            needed.addAll(List.of(network + ".listens.stream", network + ".listens.stream.hint"));
        }
        return needed;
    }

    private static Properties bundle(Class<?> beside, String language) {
        var bundle = new Properties();
        try (var in = beside.getResourceAsStream("messages" + language + ".properties")) {
            assertThat(in)
                    .as("messages%s.properties beside %s", language, beside)
                    .isNotNull();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
