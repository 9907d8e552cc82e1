package dev.parvi.planning;

import java.time.Instant;

/** One step on the way to a yes, as the post's page tells it. */
public record ApprovalStep(Kind kind, String who, Instant at, String note) {

    /** What was done. */
    public enum Kind {
        ASKED,
        APPROVED,
        CHANGES,
        /** It was changed after the yes, and so asks again. */
        REOPENED
    }
}
