package dev.parvi.community;

import java.time.Instant;
import java.util.List;

/**
 * A brand's cases.
 *
 * @param fresh looked back on, and nobody has seen what was found
 * @param closed the latest of those that have ended, without the fresh ones
 */
public record CaseList(
        List<Entry> proposed,
        List<Entry> open,
        List<Entry> fresh,
        List<Entry> closed,
        Reputation reputation,
        Instant now) {

    /** @param people how many are in it */
    public record Entry(Conflict conflict, Conversation conversation, int people) {}

    /** Whether nothing of it asks for somebody today. */
    public boolean quiet() {
        return proposed.isEmpty() && open.isEmpty() && fresh.isEmpty();
    }
}
