package dev.parvi.connector;

import java.util.Set;

/** Answers what somebody said. The promises are those of {@link Publishes}, and {@link Finds} reads answers back too. */
public interface Replies {

    /** To which kinds of utterance this network lets us answer. */
    Set<Heard.Kind> answerable();

    /**
     * Sends the parcel once, below {@link Parcel#answered}, which is present. Never throws for what a network or the way to it
     * does: that is an outcome.
     */
    PublishOutcome reply(Access access, Parcel parcel);
}
