package dev.parvi.publishing;

/** Where a delivery stands. */
public enum DeliveryState {
    /** An earlier part of its thread has to be out first. */
    WAITING,
    /** It goes at its time. */
    DUE,
    /** A node has it in hand: an attempt is open. */
    CLAIMED,
    /** The network works on it, or a member posts it by hand. */
    PENDING,
    PUBLISHED,
    /** The network refused it; it goes no further by itself. */
    FAILED,
    /** Nobody can tell whether it's there; a person looks. */
    UNKNOWN,
    /** It's later than the brand's limit; a person decides. */
    LATE;

    /** Whether a person has to do something. */
    public boolean needsPerson() {
        return this == FAILED || this == UNKNOWN || this == LATE;
    }
}
