package dev.parvi.planning;

/** What became of a save. */
public sealed interface Saved {

    /** It's kept, under this revision. */
    record Kept(int revision) implements Saved {}

    /** Somebody, or another window, saved in between: nothing was changed. {@code theirs} is what stands there now. */
    record Conflict(Post theirs, String who) implements Saved {}
}
