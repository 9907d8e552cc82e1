package dev.parvi.community;

import dev.parvi.brand.Emojis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text in words and sentences. Of a very long one only the beginning is looked at, so that typing is never held up. */
final class VoiceText {

    static final int LONGEST = 4_000;

    /** Where something stands, in UTF-16 units. */
    record Span(int from, int to, String text) {}

    /**
     * @param even in lower case, with plain apostrophes and е for ё
     * @param sentence the number of its sentence
     * @param opens whether a clause may begin with it: after a full stop, comma, colon or dash
     * @param quoted whether it stands in quotation marks
     */
    record Word(String raw, String even, int from, int to, int sentence, boolean opens, boolean quoted) {
        Span span() {
            return new Span(from, to, raw);
        }
    }

    /** Pieces of a word; how they join is said in {@link #joins}, since a pattern that says it overflows on a long one. */
    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++");

    private static final int LONGEST_WORD = 60;
    private static final Pattern SMILEY =
            Pattern.compile("(?<![\\p{L}\\p{N}:;=])[:;=8]-?[)\\](DdPp]+(?![\\p{L}\\p{N}])");
    private static final Pattern LAUGHING_BRACKETS = Pattern.compile("\\){2,}(?!\\S)");
    private static final String SAD = "😒😠😡🤬😤😞😔🙄👎😭😢☹🙁😾";
    private static final String GLAD = "😍🥰🧡❤💛💚💙💜🤩🥳🎉😘👏🙌💯";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final List<Emojis.Found> emoji;
    private final int shouts;

    private VoiceText(String text) {
        this.text = text;
        this.emoji = Emojis.in(text);
        this.shouts = (int) text.chars().filter(c -> c == '!').count();
        read();
    }

    static VoiceText of(String text) {
        return new VoiceText(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    private void read() {
        var matcher = PIECE.matcher(text);
        var last = 0;
        var sentence = 0;
        var quotes = 0;
        var more = matcher.find();
        while (more) {
            var from = matcher.start();
            var to = matcher.end();
            for (more = matcher.find(); more && joins(from, to, matcher.start()); more = matcher.find()) {
                to = matcher.end();
            }
            var between = text.substring(last, from);
            if (last > 0 && endsSentence(between)) {
                sentence++;
                quotes = 0;
            }
            quotes = quoted(between, quotes);
            var raw = text.substring(from, to);
            var even = even(raw.length() > LONGEST_WORD ? raw.substring(0, LONGEST_WORD) : raw);
            words.add(new Word(raw, even, from, to, sentence, last == 0 || !between.isBlank(), quotes > 0));
            last = to;
        }
    }

    /** An apostrophe, a hyphen or a colon stands within a word, a full stop within a figure. */
    private boolean joins(int from, int end, int next) {
        if (next != end + 1 || next - from > LONGEST_WORD) {
            return false;
        }
        var sign = text.charAt(end);
        return "'’-:".indexOf(sign) >= 0 || (sign == '.' && Character.isDigit(text.charAt(end - 1)));
    }

    private static boolean endsSentence(String between) {
        return between.chars().anyMatch(c -> c == '.' || c == '!' || c == '?' || c == '\n' || c == '…');
    }

    private static int quoted(String between, int quotes) {
        for (var i = 0; i < between.length(); i++) {
            var c = between.charAt(i);
            if (c == '«' || c == '“' || c == '„') {
                quotes = 1;
            } else if (c == '»') {
                quotes = 0;
            } else if (c == '”' || c == '"') {
                quotes = 1 - quotes;
            }
        }
        return quotes;
    }

    static String even(String raw) {
        return raw.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ё', 'е');
    }

    String text() {
        return text;
    }

    List<Word> words() {
        return words;
    }

    List<Emojis.Found> emoji() {
        return emoji;
    }

    /** Smileys made of signs, such as {@code :)}. */
    List<Span> smileys() {
        return SMILEY.matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end(), found.group()))
                .toList();
    }

    /** {@code ))}, which laughs in Russian. */
    List<Span> laughingBrackets() {
        return LAUGHING_BRACKETS
                .matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end(), found.group()))
                .toList();
    }

    int shouts() {
        return shouts;
    }

    boolean frowns() {
        return emoji.stream().anyMatch(each -> SAD.contains(first(each)));
    }

    boolean smiles() {
        return emoji.stream().anyMatch(each -> GLAD.contains(first(each)));
    }

    static String first(Emojis.Found emoji) {
        return Character.toString(emoji.emoji().codePointAt(0));
    }

    /** From the first to the last of some words. */
    Span span(int first, int last) {
        var from = words.get(first).from();
        var to = words.get(last).to();
        return new Span(from, to, text.substring(from, to));
    }
}
