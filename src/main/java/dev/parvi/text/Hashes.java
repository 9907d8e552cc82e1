package dev.parvi.text;

/** Hashes of 64 bits that stay the same over versions of the desk: they're kept. */
final class Hashes {

    private Hashes() {}

    /** FNV-1a over the UTF-16 units, mixed. */
    static long of(CharSequence text) {
        var hash = WordTable.START;
        for (var i = 0; i < text.length(); i++) {
            hash = WordTable.with(hash, text.charAt(i));
        }
        return mixed(hash);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mixed(long value) {
        var v = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        v = (v ^ v >>> 27) * 0x94D049BB133111EBL;
        return v ^ v >>> 31;
    }
}
