package dev.parvi.listening;

/**
 * A name that is looked for on the networks.
 *
 * @param found how often it was found in the last 30 days, and how many of these sounded good or bad
 */
public record WatchedName(long id, Whose whose, String name, long found, long good, long bad) {

    /** Of whom it speaks. */
    public enum Whose {
        OURS,
        THEIRS
    }
}
