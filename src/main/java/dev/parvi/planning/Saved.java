package dev.parvi.planning;

/** What became of a save. */
public sealed interface Saved {

    /** It's kept, under this revision. */
    record Kept(int revision) implements Saved {}

    /** The post has its time and what was typed can't go out: nothing was changed. */
    record Refused(Place place, Warning warning) implements Saved {}

    /** Somebody, or another window, saved in between: nothing was changed. {@code theirs} is what stands there now. */
    record Conflict(Post theirs, String who) implements Saved {}
}
