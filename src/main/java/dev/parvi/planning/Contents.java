package dev.parvi.planning;

import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what is sent to one account, out of what was typed and what its network has. */
final class Contents {

    private Contents() {}

    static Content of(Draft draft, Draft.Own own, List<PostPicture> pictures, Descriptor network) {
        var words = own.words() == null ? draft.words() : own.words();
        var taken = own.pictures();
        var shown = pictures.stream()
                .filter(each -> taken == null || taken.contains(each.id()))
                .map(PostPicture::shown)
                .toList();
        var texts = texts(words, network);
        var first = first(draft, words, texts.isEmpty() ? "" : texts.getFirst(), shown, network);
        if (texts.isEmpty() && shown.isEmpty() && first.link() == null) {
            return new Content(List.of(), List.of());
        }
        var parts = new ArrayList<Message>();
        parts.add(first);
        texts.stream()
                .skip(1)
                .map(text -> plain(text, first.languages(), network))
                .forEach(parts::add);
        return new Content(List.copyOf(parts), comments(words, first.languages(), network));
    }

    /** A network without threads gets the parts as one text, with an empty line between them. */
    private static List<String> texts(Wording words, Descriptor network) {
        var said = Stream.concat(Stream.of(words.text()), words.parts().stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return network.has(Feature.THREAD) || said.size() < 2 ? said : List.of(String.join("\n\n", said));
    }

    private static Message first(
            Draft draft, Wording words, String text, List<Message.Picture> pictures, Descriptor network) {
        var language = draft.language().strip();
        return new Message(
                network.has(Feature.TITLE) ? words.title().strip() : "",
                text,
                pictures,
                link(words.link(), text, network),
                network.has(Feature.QUOTE) ? Links.address(draft.quote()).orElse(null) : null,
                network.has(Feature.TAGS) ? draft.tags() : List.of(),
                language.isEmpty() || !network.has(Feature.LANGUAGES) ? List.of() : List.of(language),
                network.has(Feature.EXCERPT) ? words.excerpt().strip() : "",
                network.has(Feature.CATEGORIES) ? categories(words.category()) : List.of());
    }

    private static List<String> categories(String typed) {
        return Stream.of(typed.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Message plain(String text, List<String> languages, Descriptor network) {
        return new Message("", text, List.of(), link("", text, network), null, List.of(), languages);
    }

    private static List<Message> comments(Wording words, List<String> languages, Descriptor network) {
        return network.has(Feature.FIRST_COMMENT)
                ? words.comments().stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> plain(text, languages, network))
                        .toList()
                : List.of();
    }

    /** Where no link is given, a card is made of the first one that the text names. */
    private static @Nullable URI link(String typed, String text, Descriptor network) {
        return Links.address(typed)
                .or(() -> network.has(Feature.LINK_CARD) ? Links.first(text) : Optional.empty())
                .orElse(null);
    }
}
