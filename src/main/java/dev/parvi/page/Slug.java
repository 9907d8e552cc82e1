package dev.parvi.page;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** The end of a post's address: its first words in Latin letters, and six characters of its key that make it unique. */
final class Slug {

    private static final int WORDS = 48;
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int MARK = 6;

    private Slug() {}

    static String of(String title, String text, String key) {
        var words = words(title.isBlank() ? text : title);
        return words.isEmpty() ? "post-" + mark(key) : words + "-" + mark(key);
    }

    private static String words(String said) {
        var start = said.replaceAll("https?://\\S+", " ").strip();
        var latin = latin(start.substring(0, Math.min(start.length(), 2 * WORDS)));
        var plain = latin.toLowerCase(Locale.ROOT).replaceAll("['\"ʹʺ’”·]", "").replaceAll("[^a-z0-9]+", "-");
        var whole = plain.replaceAll("^-+|-+$", "");
        if (whole.length() <= WORDS) {
            return whole;
        }
        var cut = whole.lastIndexOf('-', WORDS);
        return whole.substring(0, cut > 0 ? cut : WORDS);
    }

    /** A transliterator keeps state: a fresh one each time, from what ICU has parsed once. */
    private static String latin(String text) {
        return Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII")
                .transliterate(text);
    }

    private static String mark(String key) {
        var hash = Hash.of("slug", key);
        var mark = new StringBuilder();
        for (var i = 0; i < MARK; i++) {
            mark.append(LETTERS.charAt((hash[i] & 0xff) % LETTERS.length()));
        }
        return mark.toString();
    }
}
