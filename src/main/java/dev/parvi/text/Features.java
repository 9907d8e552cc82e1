package dev.parvi.text;

import java.util.Arrays;

/**
 * The hashed features of a text, as 32-bit numbers of which a model takes as many leading bits as it has weights for. A feature that comes
 * twice counts once. Kept sorted.
 */
final class Features {

    private static final int WORD = 0x1F0A53C5;
    private static final int PAIR = 0x5A7E1D29;
    private static final int DENIED = 0x3C11F00D;
    private static final int LETTERS = 0x71B5A3E7;
    private static final int FIRST = 0x2545F491;
    private static final int LAST = 0x6C8E9CF5;

    private int[] hashes = new int[512];
    private int count;

    private Features() {}

    /** What mood, offence, intent and emotion are judged by. */
    static int[] tone(String even, Lexicon lexicon) {
        var features = new Features();
        features.words(even, lexicon);
        features.letters(even, 2, 5);
        return features.distinct();
    }

    /** What questions are told by when their mark is missing: words, and where they stand. */
    static int[] asking(String even) {
        var features = new Features();
        features.words(even, Lexicon.NONE);
        features.places(even);
        features.letters(even, 2, 5);
        return features.distinct();
    }

    /** What a language is told by. */
    static int[] tongue(String even) {
        var features = new Features();
        features.words(even, Lexicon.NONE);
        features.letters(even, 1, 5);
        return features.distinct();
    }

    private void words(String even, Lexicon lexicon) {
        var before = 0;
        var denied = 0;
        var from = 1;
        while (from < even.length()) {
            var to = even.indexOf(' ', from);
            if (to < 0) {
                break;
            }
            var word = hash(even, from, to);
            add(WORD ^ word);
            add(mix(PAIR ^ before * 31 + word));
            if (!Character.isLetterOrDigit(even.codePointAt(from))) {
                denied = 0;
            } else {
                if (denied > 0) {
                    add(mix(DENIED ^ word));
                }
                lexicon(lexicon, even, from, to, denied > 0);
                denied = Denials.is(even, from, to) ? 3 : denied - 1;
            }
            before = word;
            from = to + 1;
        }
        add(mix(PAIR ^ before * 31));
    }

    private void lexicon(Lexicon lexicon, String even, int from, int to, boolean denied) {
        var tone = lexicon.tone(even, from, to);
        if (tone != 0) {
            add(mix(LAST ^ (denied ? -tone : tone)));
        }
    }

    /** The first and last words by their places, and how long it is. */
    private void places(String even) {
        var from = 1;
        for (var place = 0; place < 3 && from < even.length(); place++) {
            var to = even.indexOf(' ', from);
            var word = hash(even, from, to);
            add(mix(FIRST + place ^ word));
            for (var end = 1; end <= 3 && to - end > from; end++) {
                add(mix(FIRST + 8 + place * 4 + end ^ hash(even, to - end, to)));
            }
            from = to + 1;
        }
        var last = even.length() - 1;
        for (var place = 0; place < 2 && last > 0; place++) {
            var start = even.lastIndexOf(' ', last - 1);
            add(mix(LAST + place ^ hash(even, start + 1, last)));
            last = start;
        }
        add(mix(LAST + 9 ^ Math.min(12, even.length() / 8)));
    }

    private void letters(String even, int shortest, int longest) {
        var length = even.length();
        for (var from = 0; from < length; from++) {
            var hash = LETTERS;
            var most = Math.min(length, from + longest);
            for (var to = from; to < most; to++) {
                hash = (hash ^ even.charAt(to)) * 0x01000193;
                if (to - from + 1 >= shortest) {
                    add(mix(hash));
                }
            }
        }
    }

    private static int hash(String text, int from, int to) {
        var hash = 0x811C9DC5;
        for (var i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return mix(hash);
    }

    static int mix(int hash) {
        var mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    private void add(int hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        hashes[count++] = hash;
    }

    private int[] distinct() {
        Arrays.sort(hashes, 0, count);
        var kept = 0;
        for (var i = 0; i < count; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[kept++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, kept);
    }
}
