package dev.parvi.text;

/**
 * One word that a piece of news is recognised by.
 *
 * @param key of its stem, the same in every language that has the stem
 * @param root of the stem's beginning, which compounds and derived words share; the key itself where the stem is short
 * @param sound of a name, {@link Sounds}, to be found in another script; 0 where there is none
 * @param title whether the title has it
 * @param shown as it was first written
 */
public record Term(long key, long root, long sound, Kind kind, boolean title, String stem, String shown) {

    private static final int ROOT = 5;

    /** What it tells; the share of all news that has a word of the kind, as far as nothing has been counted. */
    public enum Kind {
        /** That news are made of: said, million, according. */
        COMMON(0.06),
        WORD(0.006),
        /** A person, a place, a company. */
        NAME(0.005),
        /** A year, or a count on one's fingers. */
        ROUND(0.06),
        NUMBER(0.004);

        private final double share;

        Kind(double share) {
            this.share = share;
        }

        double share() {
            return share;
        }

        boolean telling() {
            return this == WORD || this == NAME;
        }
    }

    static Term of(String stem, long sound, Kind kind, boolean title, String shown) {
        var key = Hashes.of(stem);
        var root = stem.length() >= ROOT && kind.telling() ? Hashes.of(stem.substring(0, ROOT) + '*') : key;
        return new Term(key, root, sound, kind, title, stem, shown);
    }

    boolean rooted() {
        return root != key;
    }

    boolean capital() {
        return Character.isUpperCase(shown.charAt(0));
    }

    /** Counts how often it's a name. */
    long named() {
        return Hashes.mixed(key + 1);
    }

    /** Counts how often it's written small. */
    long small() {
        return Hashes.mixed(key + 2);
    }
}
