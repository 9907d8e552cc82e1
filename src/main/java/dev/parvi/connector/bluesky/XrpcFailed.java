package dev.parvi.connector.bluesky;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.PublishOutcome;
import java.time.Duration;

/** A call that the network did not fulfil. */
final class XrpcFailed extends Exception {

    /** What is certain after it. */
    enum Kind {
        /** It said no to what was asked; the same again gets the same answer. */
        REFUSED,
        /** Too many calls; nothing was done. */
        LIMITED,
        /** The access token is not taken; a fresh one may be. Nothing was done. */
        STALE,
        /** The account itself may not; nothing was done. */
        FORBIDDEN,
        /** The call did not arrive, or surely nothing was done. */
        AWAY,
        /** It may have been done. */
        UNSURE
    }

    static final Duration SOON = Duration.ofSeconds(10);

    private final Kind kind;
    private final String error;
    private final Fault fault;
    private final Duration after;

    XrpcFailed(Kind kind, String error, Fault fault, Duration after) {
        super(fault.code() + ": " + fault.detail());
        this.kind = kind;
        this.error = error;
        this.fault = fault;
        this.after = after;
    }

    XrpcFailed(Kind kind, Fault fault) {
        this(kind, "", fault, SOON);
    }

    /** An answer that isn't one of the network's. */
    static XrpcFailed garbage(String what) {
        return new XrpcFailed(Kind.UNSURE, new Fault("garbage", what));
    }

    Kind kind() {
        return kind;
    }

    /** The network's own word for it; empty where it gave none. */
    String error() {
        return error;
    }

    Fault fault() {
        return fault;
    }

    /** When it may be tried again. */
    Duration after() {
        return after;
    }

    /** What it means where the call that failed was the one that publishes. */
    PublishOutcome outcome() {
        return kind == Kind.UNSURE ? new PublishOutcome.Unknown(fault) : outcomeBefore();
    }

    /** What it means where the call that publishes had not been made yet: surely nothing is there. */
    PublishOutcome outcomeBefore() {
        return switch (kind) {
            case REFUSED -> new PublishOutcome.Rejected(fault);
            case FORBIDDEN -> new PublishOutcome.NeedsReauth(fault);
            case LIMITED, STALE, AWAY, UNSURE -> new PublishOutcome.RetryAfter(fault, after);
        };
    }

    ConnectorFailed failed() {
        var failed = kind == Kind.LIMITED
                ? new ConnectorFailed(fault, after)
                : new ConnectorFailed(fault, kind == Kind.FORBIDDEN);
        failed.initCause(this);
        return failed;
    }

    /** The other way round, for a renewal that ran inside the desk's own handle. */
    static XrpcFailed of(ConnectorFailed failed) {
        if (failed.getCause() instanceof XrpcFailed cause && !failed.reauth()) {
            return cause.kind == Kind.LIMITED
                    ? cause
                    : new XrpcFailed(Kind.AWAY, cause.error, cause.fault, cause.after);
        }
        return new XrpcFailed(failed.reauth() ? Kind.FORBIDDEN : Kind.AWAY, failed.fault());
    }
}
