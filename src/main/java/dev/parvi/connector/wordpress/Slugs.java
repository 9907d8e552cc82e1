package dev.parvi.connector.wordpress;

import com.ibm.icu.text.Transliterator;
import dev.parvi.connector.Parcel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The word of an address by which a post of ours is known again: readable, as far as there is a title, with twelve hex digits
 * of the parcel's key behind it. Nobody but us makes the same, and the same parcel always has the same.
 */
final class Slugs {

    private static final int WORDS_MOST = 60;
    private static final int DIGITS = 12;
    private static final int NUMBER_MOST = 9;
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");

    private Slugs() {}

    static String of(Parcel parcel) {
        var words = words(parcel.message().title());
        return (words.isEmpty() ? "post" : words) + "-" + digits(parcel.key(), DIGITS);
    }

    /** Its slug and what the blog makes of it where others have it too: two to nine behind it. */
    static List<String> all(Parcel parcel) {
        var own = of(parcel);
        return Stream.concat(
                        Stream.of(own), IntStream.rangeClosed(2, NUMBER_MOST).mapToObj(n -> own + "-" + n))
                .toList();
    }

    /** What a comment of ours carries in place of a browser's name; the blog keeps it and shows it to moderators only. */
    static String mark(Parcel parcel) {
        return "Parvi (" + digits(parcel.key(), 32) + ")";
    }

    private static String words(String title) {
        var latin = LATIN.transliterate(title).toLowerCase(Locale.ROOT);
        var words = latin.replaceAll("[^a-z0-9]+", "-");
        if (words.length() <= WORDS_MOST) {
            return trimmed(words);
        }
        var end = words.lastIndexOf('-', WORDS_MOST);
        return trimmed(words.substring(0, end > 0 ? end : WORDS_MOST));
    }

    private static String trimmed(String words) {
        return words.replaceAll("^-+|-+$", "");
    }

    static String digits(String text, int digits) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
