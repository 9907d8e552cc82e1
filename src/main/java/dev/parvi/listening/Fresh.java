package dev.parvi.listening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a parser or a connector found at a source; all of it but the markup is plain text, and all of it may be wrong.
 *
 * @param key the source's own name for it: the same again is the same item, edited perhaps
 * @param words plain text; what is longer than {@link #WORDS} is cut
 * @param markup the words as HTML with absolute addresses, where there is more to them than plain text; it's sanitised when it's shown
 * @param language an ISO 639-1 code, or empty
 * @param picture an absolute address, or empty
 * @param said when, as the source claims
 */
public record Fresh(
        String key,
        String address,
        String title,
        String words,
        @Nullable String markup,
        String author,
        String language,
        String picture,
        @Nullable Instant said) {

    /** The most characters of an item's words that are kept. */
    public static final int WORDS = 20_000;

    /** The most characters of its markup; what is longer is left out as a whole. */
    public static final int MARKUP = 200_000;

    public static final int TITLE = 500;

    /** The most characters of an author's name, a key and the like. */
    public static final int NAME = 300;

    public static final int ADDRESS = 2_000;

    public Fresh {
        address = address.length() > ADDRESS ? "" : Sound.line(address, ADDRESS);
        title = Sound.line(title, TITLE);
        words = Sound.text(words, WORDS);
        markup = markup == null || markup.length() > MARKUP || markup.isBlank() ? null : Sound.text(markup, MARKUP);
        author = Sound.line(author, NAME);
        language = language.length() > 8 ? "" : Sound.line(language, 8);
        picture = picture.length() > ADDRESS ? "" : Sound.line(picture, ADDRESS);
    }

    /** Of plain text only. */
    public static Fresh plain(String key, String address, String title, String words, String author, Instant said) {
        return new Fresh(key, address, title, words, null, author, "", "", said);
    }

    Fresh named(String other) {
        return new Fresh(other, address, title, words, markup, author, language, picture, said);
    }
}
