package dev.parvi.connector;

import java.time.Duration;

/** What became of one publish call. */
public sealed interface PublishOutcome {

    /** It's there. */
    record Published(Sent sent) implements PublishOutcome {}

    /** The network took it and works on it, or a person must act: ask {@link Finds} again after {@code again}. */
    record Pending(String note, Duration again) implements PublishOutcome {}

    /** It isn't there, and the same content will never be taken. */
    record Rejected(Fault fault) implements PublishOutcome {}

    /** It certainly isn't there; it may be tried after {@code after}. */
    record RetryAfter(Fault fault, Duration after) implements PublishOutcome {}

    /** It certainly isn't there; the account's permission is gone until a person signs in again. */
    record NeedsReauth(Fault fault) implements PublishOutcome {}

    /** It may be there: nothing is sent again before {@link Finds} has looked. */
    record Unknown(Fault fault) implements PublishOutcome {}
}
