package dev.parvi.text;

import java.util.Locale;

/**
 * What a name sounds like, roughly, in Latin and Cyrillic letters alike: its first five consonants, voiced and voiceless ones as one. Хельсинки
 * and Helsinki are both {@code HLSNK}. Of names with fewer than three consonants the vowels count, too.
 */
final class Sounds {

    private static final int MOST = 5;
    private static final int FEWEST = 3;

    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] LATIN = {
        "a", "p", "v", "k", "t", "e", "e", "s", "s", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "v",
        "h", "s", "s", "s", "s", "", "i", "", "e", "iu", "ia"
    };

    private Sounds() {}

    /** @param stem in small letters; @return empty where there are too few letters to tell anything */
    static String of(String stem) {
        var even = plain(stem.toLowerCase(Locale.ROOT));
        var consonants = new StringBuilder(MOST);
        for (var i = 0; i < even.length() && consonants.length() < MOST; i++) {
            var c = even.charAt(i);
            if ("aeiou".indexOf(c) < 0) {
                consonants.append(c);
            }
        }
        if (consonants.length() >= FEWEST) {
            // Names that begin with a vowel are told from those that don't.
            return ("aeiou".indexOf(even.charAt(0)) >= 0 ? "A" : "")
                    + consonants.toString().toUpperCase(Locale.ROOT);
        }
        return even.length() >= FEWEST ? even : "";
    }

    private static String plain(String word) {
        var out = new StringBuilder(word.length());
        for (var i = 0; i < word.length(); i++) {
            var sound = silent(word, i) ? "" : sound(word.charAt(i), i + 1 < word.length() ? word.charAt(i + 1) : ' ');
            if (!sound.isEmpty() && (out.isEmpty() || out.charAt(out.length() - 1) != sound.charAt(0))) {
                out.append(sound);
            }
        }
        return out.toString();
    }

    /** The second letter of sh, ch, ph and th, and the first of kh. */
    private static boolean silent(String word, int at) {
        return word.charAt(at) == 'h' && at > 0 && "scpt".indexOf(word.charAt(at - 1)) >= 0
                || word.charAt(at) == 'k' && at + 1 < word.length() && word.charAt(at + 1) == 'h';
    }

    private static String sound(char c, char next) {
        var cyrillic = CYRILLIC.indexOf(c);
        if (cyrillic >= 0) {
            return LATIN[cyrillic];
        }
        return switch (c) {
            case 'ä', 'å', 'á', 'à', 'â', 'ã' -> "a";
            case 'ö', 'ø', 'ó', 'ô', 'õ' -> "o";
            case 'ü', 'ú', 'û' -> "u";
            case 'é', 'è', 'ê', 'ë' -> "e";
            case 'y', 'j', 'í', 'ï' -> "i";
            case 'b' -> "p";
            case 'd' -> "t";
            case 'g', 'q' -> "k";
            case 'c' -> next == 'h' || next == 'e' || next == 'i' || next == 'y' ? "s" : "k";
            case 'x' -> "ks";
            case 'w', 'f' -> "v";
            case 'z', 'š', 'ž', 'ß', 'ç' -> "s";
            case 'p' -> next == 'h' ? "v" : "p";
            case 'h' -> "h";
            default -> c >= 'a' && c <= 'z' ? String.valueOf(c) : "";
        };
    }
}
