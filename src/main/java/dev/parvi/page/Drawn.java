package dev.parvi.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post ready to be drawn by {@code page/web/post.jte}: on the page itself and, before it is there, in a preview.
 *
 * @param title empty for none
 * @param language a BCP 47 tag; empty where it's that of the page around it
 */
public record Drawn(
        String title,
        Prose prose,
        List<Shown> pictures,
        @Nullable Linked card,
        @Nullable Linked quote,
        List<String> tags,
        String language) {

    /**
     * @param sources other sizes, as {@code srcset} writes them; empty for none
     * @param part what is shown of it, as an SVG's view box; empty for the whole
     */
    public record Shown(String address, String sources, int width, int height, String alt, String part) {}

    /** A link with what the page behind it says; {@code picture} is an address, empty for none. */
    public record Linked(String address, String host, String title, String description, String picture) {}
}
