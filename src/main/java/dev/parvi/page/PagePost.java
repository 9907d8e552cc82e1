package dev.parvi.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A post as visitors see it.
 *
 * @param key the delivery it came by
 * @param quoted the post of this page that it quotes, where it still stands
 * @param quote what it quotes otherwise, or what it quoted before that was deleted
 * @param likes counted, not kept, as are {@code comments}
 * @param liked whether the visitor who reads likes it
 * @param parts what follows it in its thread, in order
 */
public record PagePost(
        long id,
        String key,
        String slug,
        String title,
        String text,
        List<Picture> pictures,
        @Nullable Card card,
        @Nullable Card quote,
        @Nullable PagePost quoted,
        List<String> tags,
        String language,
        Instant at,
        Instant changed,
        long likes,
        long comments,
        boolean liked,
        List<PagePost> parts) {

    private static final int HEADLINE = 70;
    private static final int SUMMARY = 200;

    public Prose prose() {
        return Prose.of(text);
    }

    /** Its title, or else how its text begins: at most 70 characters, never empty where it says anything. */
    public String headline() {
        return title.isBlank() ? Prose.beginning(text, HEADLINE) : title;
    }

    /** How its text begins: at most 200 characters. */
    public String summary() {
        return Prose.beginning(text, SUMMARY);
    }

    /** The pictures of all its parts. */
    public List<Picture> allPictures() {
        return parts.isEmpty()
                ? pictures
                : Stream.concat(pictures.stream(), parts.stream().flatMap(part -> part.pictures().stream()))
                        .toList();
    }

    PagePost with(List<PagePost> parts, @Nullable PagePost quoted) {
        return new PagePost(
                id, key, slug, title, text, pictures, card, quote, quoted, tags, language, at, changed, likes, comments,
                liked, parts);
    }
}
