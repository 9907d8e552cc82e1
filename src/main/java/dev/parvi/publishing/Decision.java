package dev.parvi.publishing;

import java.time.Instant;

/**
 * What a person decided about a delivery.
 *
 * @param by their name
 * @param detail the address that was recorded; empty for other decisions
 */
public record Decision(Instant at, String by, What what, String detail) {

    /** Kinds of decision. */
    public enum What {
        /** Try it again, or let it go late. */
        RELEASED,
        /** It isn't at the network: send it. */
        UNSEEN,
        /** It's at the network, or was posted by hand. */
        RECORDED,
        /** It was taken back at the network. */
        REMOVED
    }
}
