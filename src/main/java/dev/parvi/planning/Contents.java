package dev.parvi.planning;

import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what is sent to one account, out of what was typed and what its network has. */
final class Contents {

    private Contents() {}

    /** A part of what is typed: its text, and the pictures that go with it. */
    private record Part(String text, List<Message.Picture> pictures) {

        boolean empty() {
            return text.isEmpty() && pictures.isEmpty();
        }
    }

    static Content of(Draft draft, Draft.Own own, List<PostPicture> pictures, Descriptor network) {
        var words = own.words() == null ? draft.words() : own.words();
        var taken = own.pictures();
        var shown = pictures.stream()
                .filter(each -> taken == null || taken.contains(each.id()))
                .toList();
        var said = parts(words, shown, network);
        var first = first(draft, words, said.isEmpty() ? new Part("", List.of()) : said.getFirst(), network);
        if (said.isEmpty() && first.link() == null) {
            return new Content(List.of(), List.of());
        }
        var parts = new ArrayList<Message>();
        parts.add(first);
        said.stream()
                .skip(1)
                .map(part -> plain(part.text(), part.pictures(), first.languages(), network))
                .forEach(parts::add);
        return new Content(List.copyOf(parts), comments(words, first.languages(), network));
    }

    /** A network without threads gets the parts as one text, with an empty line between them. */
    private static List<Part> parts(Wording words, List<PostPicture> pictures, Descriptor network) {
        var texts = Stream.concat(Stream.of(words.text()), words.parts().stream())
                .map(String::strip)
                .toList();
        if (!network.has(Feature.THREAD)) {
            var text = texts.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("\n\n"));
            return solid(List.of(new Part(text, of(pictures, part -> true))));
        }
        var each = network.has(Feature.PART_PICTURES);
        var last = texts.size() - 1;
        var parts = IntStream.rangeClosed(0, last)
                .mapToObj(n -> new Part(
                        texts.get(n),
                        each ? of(pictures, part -> Math.min(part, last) == n) : List.<Message.Picture>of()))
                .toList();
        return each ? solid(parts) : withAll(solid(parts), of(pictures, part -> true));
    }

    private static List<Part> solid(List<Part> parts) {
        return parts.stream().filter(part -> !part.empty()).toList();
    }

    /** All pictures with the first part, for networks that have none on later ones. */
    private static List<Part> withAll(List<Part> parts, List<Message.Picture> pictures) {
        return solid(Stream.concat(
                        Stream.of(
                                new Part(parts.isEmpty() ? "" : parts.getFirst().text(), pictures)),
                        parts.stream().skip(1))
                .toList());
    }

    private static List<Message.Picture> of(List<PostPicture> pictures, IntPredicate part) {
        return pictures.stream()
                .filter(each -> part.test(each.part()))
                .sorted(Comparator.comparingInt(PostPicture::part))
                .map(PostPicture::shown)
                .toList();
    }

    private static Message first(Draft draft, Wording words, Part part, Descriptor network) {
        var language = draft.language().strip();
        return new Message(
                network.has(Feature.TITLE) ? words.title().strip() : "",
                part.text(),
                part.pictures(),
                link(words.link(), part.text(), network),
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

    private static Message plain(
            String text, List<Message.Picture> pictures, List<String> languages, Descriptor network) {
        return new Message("", text, pictures, link("", text, network), null, List.of(), languages);
    }

    private static List<Message> comments(Wording words, List<String> languages, Descriptor network) {
        return network.has(Feature.FIRST_COMMENT)
                ? words.comments().stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> plain(text, List.of(), languages, network))
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
