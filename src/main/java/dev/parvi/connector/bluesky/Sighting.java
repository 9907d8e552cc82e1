package dev.parvi.connector.bluesky;

import dev.parvi.connector.Listens.Aim;
import dev.parvi.connector.Listens.Linked;
import dev.parvi.connector.Listens.Post;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A post that a feed or a search shows, as something that was found. */
final class Sighting {

    private static final String TAG = "app.bsky.richtext.facet#tag";

    private Sighting() {}

    /** Empty for what isn't a post, for our own words, and for what isn't what was aimed at. */
    static Optional<Post> of(JsonNode view, Aim aim, String us) {
        var utterance = new Utterance(view, us);
        if (utterance.ours() || !hits(view, aim)) {
            return Optional.empty();
        }
        return utterance.found().map(heard -> new Post(heard, card(view.path("record"))));
    }

    private static boolean hits(JsonNode view, Aim aim) {
        return switch (aim.kind()) {
            case ACCOUNT -> view.path("author").path("did").asString("").equals(aim.value());
            case SEARCH -> true;
            case TAG -> tags(view.path("record")).anyMatch(tag -> plain(tag).equals(plain(aim.value())));
            case PHRASE -> holds(words(view.path("record")), aim.value());
        };
    }

    /** A name stands where a word begins; how the word ends is up to the language. */
    static boolean holds(String text, String phrase) {
        var words = plain(text);
        var name = plain(phrase);
        for (var at = words.indexOf(name); at >= 0 && !name.isEmpty(); at = words.indexOf(name, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(words.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** All that a reader of the post reads: its text, what its pictures show, what its link is about. */
    private static String words(JsonNode record) {
        var card = card(record);
        var pictures = embed(record)
                .path("images")
                .valueStream()
                .map(each -> each.path("alt").asString(""))
                .reduce("", (one, other) -> one + "\n" + other);
        var linked = card == null ? "" : "\n" + card.title() + "\n" + card.about() + "\n" + card.address();
        return record.path("text").asString("") + pictures + linked;
    }

    private static Stream<String> tags(JsonNode record) {
        var inText = record.path("facets")
                .valueStream()
                .flatMap(facet -> facet.path("features").valueStream())
                .filter(feature -> feature.path("$type").asString("").equals(TAG))
                .map(feature -> feature.path("tag").asString(""));
        var beside = record.path("tags").valueStream().map(tag -> tag.asString(""));
        var written = Stream.of(record.path("text").asString("").split("[\\s,.;:!?()]+"))
                .filter(word -> word.startsWith("#"))
                .map(word -> word.substring(1));
        return Stream.of(inText, beside, written).flatMap(each -> each);
    }

    /** What a quote carries beside what it quotes stands one deeper. */
    private static JsonNode embed(JsonNode record) {
        var embed = record.path("embed");
        return embed.path("media").isObject() ? embed.path("media") : embed;
    }

    static @Nullable Linked card(JsonNode record) {
        var external = embed(record).path("external");
        return address(external.path("uri").asString(""))
                .map(uri -> new Linked(
                        uri,
                        external.path("title").asString(""),
                        external.path("description").asString("")))
                .orElse(null);
    }

    private static Optional<URI> address(String said) {
        try {
            var uri = URI.create(said);
            var web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
