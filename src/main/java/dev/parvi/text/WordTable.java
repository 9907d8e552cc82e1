package dev.parvi.text;

import java.util.Map;

/**
 * Words and beginnings of words with a number each, found while walking over a text, without making strings of it. Keys are 64-bit hashes:
 * among some thousand words two of one hash don't come.
 */
final class WordTable {

    static final long START = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    private final long[] keys;
    private final int[] numbers;

    WordTable(Map<String, Integer> words) {
        var size = Integer.highestOneBit(Math.max(4, words.size() * 2)) * 2;
        keys = new long[size];
        numbers = new int[size];
        words.forEach((word, number) -> {
            var key = START;
            for (var i = 0; i < word.length(); i++) {
                key = with(key, word.charAt(i));
            }
            var at = slot(key);
            keys[at] = key;
            numbers[at] = number;
        });
    }

    static long with(long key, char next) {
        return (key ^ next) * PRIME;
    }

    /** @return 0 where there is none */
    int get(long key) {
        var at = slot(key);
        return keys[at] == key ? numbers[at] : 0;
    }

    private int slot(long key) {
        var at = (int) (key ^ key >>> 29) & keys.length - 1;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }
}
