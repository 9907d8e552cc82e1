package dev.parvi.text;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/**
 * What stays of a word in all its forms: Snowball's stemmers, and for Finnish the consonants that change within a word brought to one form. In
 * languages without a stemmer the word itself, in small letters. Not safe for several threads.
 */
public final class Stems {

    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS = Map.ofEntries(
            Map.entry("en", EnglishStemmer::new),
            Map.entry("fi", FinnishStemmer::new),
            Map.entry("ru", RussianStemmer::new),
            Map.entry("sv", SwedishStemmer::new),
            Map.entry("de", GermanStemmer::new),
            Map.entry("fr", FrenchStemmer::new),
            Map.entry("es", SpanishStemmer::new),
            Map.entry("it", ItalianStemmer::new),
            Map.entry("pt", PortugueseStemmer::new),
            Map.entry("nl", DutchStemmer::new),
            Map.entry("da", DanishStemmer::new),
            Map.entry("no", NorwegianStemmer::new),
            Map.entry("et", EstonianStemmer::new));
    private static final int LONGEST = 40;
    private static final int SHORTEST = 3;

    private final SnowballStemmer stemmer;
    private final boolean finnish;

    private Stems(SnowballStemmer stemmer, boolean finnish) {
        this.stemmer = stemmer;
        this.finnish = finnish;
    }

    public static Stems of(Language language) {
        var stemmer = STEMMERS.get(language.code());
        return new Stems(
                stemmer == null ? new Unchanged() : stemmer.get(),
                language.code().equals("fi"));
    }

    /** @param word as it was written */
    public String of(String word) {
        var lower = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
        if (lower.length() <= SHORTEST || lower.length() > LONGEST) {
            return lower;
        }
        stemmer.setCurrent(lower);
        stemmer.stem();
        var stem = stemmer.getCurrent();
        return finnish ? even(stem) : stem;
    }

    /** As {@code helsink-} and {@code helsing-}, {@code kaup-} and {@code kauppa}, {@code vaihd-} and {@code vaiht-}. */
    private static String even(String stem) {
        var end = stem.length();
        while (end > SHORTEST && "aeiouyäö".indexOf(stem.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > 1 && stem.charAt(end - 1) == stem.charAt(end - 2) && end > SHORTEST) {
            end--;
        }
        var cut = stem.substring(0, end);
        var last = cut.charAt(end - 1);
        var before = end > 1 ? cut.charAt(end - 2) : ' ';
        return switch (last) {
            case 'g' -> cut.substring(0, end - 1) + 'k';
            case 'd' -> cut.substring(0, end - 1) + 't';
            case 'v' -> before == 'l' || before == 'r' ? cut.substring(0, end - 1) + 'p' : cut;
            default -> cut;
        };
    }

    /** Of a language that nobody wrote a stemmer for. */
    private static final class Unchanged extends SnowballStemmer {

        @Override
        public boolean stem() {
            return true;
        }
    }
}
