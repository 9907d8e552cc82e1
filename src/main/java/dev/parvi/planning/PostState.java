package dev.parvi.planning;

/** Where a post stands on its way to the calendar. */
public enum PostState {
    DRAFT,
    /** Somebody asked for a yes. */
    ASKED,
    /** The answer was: change this first. */
    CHANGES,
    APPROVED,
    /** At least one version has its time. */
    PLANNED;

    /** Whether somebody whose job it is has said yes to what the post says now. */
    public boolean approved() {
        return this == APPROVED || this == PLANNED;
    }
}
