package dev.parvi.text;

import java.util.Arrays;

/**
 * The hashed features of a text, as 32-bit numbers of which a model takes as many leading bits as it has weights for. A feature that comes
 * twice counts once.
 */
final class Features {

    private static final int WORD = 0x1F0A53C5;
    private static final int PAIR = 0x5A7E1D29;
    private static final int DENIED = 0x3C11F00D;
    private static final int LETTERS = 0x71B5A3E7;
    private static final int FIRST = 0x2545F491;
    private static final int LAST = 0x6C8E9CF5;
    private static final int BALANCE = 0x4D2A8B00;
    private static final int OPENING = 0x2B3C4D00;
    private static final int DENIED_WORDS = 3;
    /** So many characters tell a language; more of them only take time. */
    private static final int TOLD_BY = 300;

    private static final int COPIES = 4;

    private int[] hashes = new int[1024];
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
    static int[] asking(String even, Phrases phrases) {
        var features = new Features();
        features.words(even, Lexicon.NONE);
        features.places(even);
        features.openings(even, phrases);
        features.letters(even, 2, 5);
        return features.distinct();
    }

    /** What a language is told by. */
    static int[] tongue(String text) {
        var features = new Features();
        var even = text.length() > TOLD_BY ? text.substring(0, text.lastIndexOf(' ', TOLD_BY) + 1) : text;
        even = even.isBlank() ? text.substring(0, TOLD_BY) + ' ' : even;
        features.words(even, Lexicon.NONE);
        features.letters(even, 1, 5);
        return features.distinct();
    }

    private void words(String even, Lexicon lexicon) {
        var before = 0;
        var denied = 0;
        var glad = 0;
        var sad = 0;
        var from = 1;
        while (from < even.length()) {
            var to = even.indexOf(' ', from);
            if (to < 0) {
                break;
            }
            var word = hash(even, from, to);
            add(WORD ^ word);
            add(mix(PAIR ^ before * 31 + word));
            var tone = 0;
            if (Character.isLetterOrDigit(even.codePointAt(from))) {
                if (denied > 0) {
                    add(mix(DENIED ^ word));
                }
                tone = lexicon.tone(even, from, to) * (denied > 0 ? -1 : 1);
                denied = Denials.is(even, from, to) ? DENIED_WORDS : denied - 1;
            } else {
                denied = 0;
                tone = even.charAt(from) == Prose.GLAD ? 2 : even.charAt(from) == Prose.SAD ? -2 : 0;
            }
            glad += Math.max(0, tone);
            sad += Math.max(0, -tone);
            before = word;
            from = to + 1;
        }
        add(mix(PAIR ^ before * 31));
        if (lexicon != Lexicon.NONE) {
            balance(glad, sad);
        }
    }

    /** Several times, so that they outweigh the many features that come once in a while. */
    private void balance(int glad, int sad) {
        var balance = Math.clamp(glad - sad, -4, 4);
        for (var copy = 0; copy < COPIES; copy++) {
            add(mix(BALANCE + copy * 64 + balance + 8));
            add(mix(BALANCE + copy * 64 + 20 + Integer.signum(balance)));
            add(mix(BALANCE + copy * 64 + 24 + Math.min(3, glad)));
            add(mix(BALANCE + copy * 64 + 28 + Math.min(3, sad)));
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

    /** At which word a question word of the language first stands. */
    private void openings(String even, Phrases phrases) {
        if (phrases.serves(Rule.QUESTION_WORDS)) {
            var place = phrases.places(even)[Rule.QUESTION_WORDS.ordinal()];
            for (var copy = 0; copy < COPIES; copy++) {
                add(mix(OPENING + copy * 16 + Math.clamp(place + 1, 0, 5)));
            }
        }
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
        var slots = new int[Integer.highestOneBit(count + 1) * 4];
        var kept = 0;
        for (var i = 0; i < count; i++) {
            var hash = hashes[i] == 0 ? 1 : hashes[i];
            var at = hash & slots.length - 1;
            while (slots[at] != 0 && slots[at] != hash) {
                at = at + 1 & slots.length - 1;
            }
            if (slots[at] == 0) {
                slots[at] = hash;
                hashes[kept++] = hash;
            }
        }
        return Arrays.copyOf(hashes, kept);
    }
}
