package dev.parvi.listening;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Cuts texts into words (Unicode's rules, UAX 29) and brings these to their stems (Snowball). To be used by one thread at a
 * time.
 */
final class Stemmed {

    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final CharTermAttribute word = tokenizer.getAttribute(CharTermAttribute.class);
    private final OffsetAttribute place = tokenizer.getAttribute(OffsetAttribute.class);
    private final SnowballStemmer finnish = new FinnishStemmer();
    private final SnowballStemmer english = new EnglishStemmer();
    private final SnowballStemmer russian = new RussianStemmer();

    /**
     * One word.
     *
     * @param stem what is compared
     * @param plain the word in small letters
     * @param from where it begins, in UTF-16 units
     * @param to where it ends, exclusive
     */
    record Piece(String stem, String plain, int from, int to) {}

    /** Words as they are, in small letters. */
    static List<Piece> plain(String text) {
        return new Stemmed().pieces(text, null);
    }

    List<Piece> of(String text, Speech speech) {
        return pieces(text, speech);
    }

    private List<Piece> pieces(String text, @Nullable Speech speech) {
        var pieces = new ArrayList<Piece>();
        try {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                var plain = small(word.buffer(), word.length());
                pieces.add(new Piece(
                        speech == null ? plain : stem(plain, speech), plain, place.startOffset(), place.endOffset()));
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pieces;
    }

    /** Texts come with letters composed or not, with ё or without, with straight apostrophes or not. */
    private static String small(char[] letters, int length) {
        var composed = true;
        for (var i = 0; i < length; i++) {
            var c = letters[i];
            if (c < 0x80) {
                letters[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            } else {
                var small = Character.toLowerCase(c);
                letters[i] = small == 'ё' ? 'е' : small == '’' ? '\'' : small;
                composed &= c < 0x300 || c >= 0x400;
            }
        }
        var made = new String(letters, 0, length);
        return composed ? made : Normalizer.normalize(made, Normalizer.Form.NFC);
    }

    String stem(String plain, Speech speech) {
        if (plain.length() < 3 || Character.isDigit(plain.charAt(0))) {
            return plain;
        }
        if (plain.charAt(0) > 0x400 && UnicodeScript.of(plain.charAt(0)) == UnicodeScript.CYRILLIC) {
            return stem(russian, plain);
        }
        return switch (speech) {
            case FINNISH -> FinnishGrades.even(stem(finnish, plain));
            case ENGLISH -> stem(english, plain);
            case OTHER -> plain;
        };
    }

    private static String stem(SnowballStemmer stemmer, String plain) {
        stemmer.setCurrent(plain);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
