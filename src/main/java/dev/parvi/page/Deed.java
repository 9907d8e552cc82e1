package dev.parvi.page;

/** What can be done with a comment to keep order; each but the first two is taken back by another. */
public enum Deed {
    APPROVE,
    HOLD,
    HIDE,
    UNHIDE,
    SPAM,
    NOT_SPAM,
    DELETE,
    RESTORE
}
