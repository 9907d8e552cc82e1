package dev.parvi.connector;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a version says on one account, or one part of its thread.
 *
 * @param title empty where the network has none
 * @param excerpt what stands for it where posts are listed; empty for what the network makes of it
 * @param categories names; empty where the network has none, or for its usual one
 * @param link shown as a card where the network has cards and no picture takes its place
 * @param quote the address of a post that is quoted
 * @param languages BCP 47 tags, the first being the main one; empty where unknown
 */
public record Message(
        String title,
        String text,
        List<Picture> pictures,
        @Nullable URI link,
        @Nullable URI quote,
        List<String> tags,
        List<String> languages,
        String excerpt,
        List<String> categories) {

    /** What was kept before there were excerpts and categories is read back without them. */
    public Message {
        excerpt = Objects.requireNonNullElse(excerpt, "");
        categories = Objects.requireNonNullElse(categories, List.of());
    }

    public Message(
            String title,
            String text,
            List<Picture> pictures,
            @Nullable URI link,
            @Nullable URI quote,
            List<String> tags,
            List<String> languages) {
        this(title, text, pictures, link, quote, tags, languages, "", List.of());
    }

    /**
     * @param hash where the media store keeps it
     * @param crop the part to show, in thousandths of width and height: left, top, width, height; null for the whole
     */
    public record Picture(
            String hash,
            String type,
            int width,
            int height,
            String alt,
            @Nullable Crop crop) {

        /** The part to show in pixels, as the viewBox of an SVG: left, top, width, height. */
        public String viewBox() {
            var part = crop == null ? new Crop(0, 0, 1_000, 1_000) : crop;
            return part.left() * width / 1_000 + " " + part.top() * height / 1_000 + " "
                    + Math.max(1, part.width() * width / 1_000) + " " + Math.max(1, part.height() * height / 1_000);
        }
    }

    public record Crop(int left, int top, int width, int height) {}

    /** The same with other words and another link; a quote stays, for it's no link of ours. */
    public Message with(UnaryOperator<String> words, UnaryOperator<URI> links) {
        return new Message(
                title,
                words.apply(text),
                pictures,
                link == null ? null : links.apply(link),
                quote,
                tags,
                languages,
                excerpt,
                categories);
    }

    public static Message of(String text) {
        return new Message("", text, List.of(), null, null, List.of(), List.of());
    }
}
