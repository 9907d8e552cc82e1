package dev.parvi.connector;

import java.time.Duration;

/** A call that a network did not fulfil, and what is certain after it. */
public final class Unfulfilled extends Exception {

    /** What is certain. */
    public enum Kind {
        /** It said no to what was asked; the same again gets the same answer. */
        REFUSED,
        /** Too many calls; nothing was done. */
        LIMITED,
        /** It doesn't know who is calling, or not any more; fresh credentials may do. Nothing was done. */
        STRANGER,
        /** The account itself may not; nothing was done. */
        FORBIDDEN,
        /** The call did not arrive, or surely nothing was done. */
        AWAY,
        /** It may have been done. */
        UNSURE
    }

    /** When it's tried again where the network names no time. */
    public static final Duration SOON = Duration.ofSeconds(10);

    private final Kind kind;
    private final String error;
    private final Fault fault;
    private final Duration after;

    /**
     * @param error the network's own word for it; empty where it gave none
     * @param after when it may be tried again
     */
    public Unfulfilled(Kind kind, String error, Fault fault, Duration after) {
        super(fault.code() + ": " + fault.detail());
        this.kind = kind;
        this.error = error;
        this.fault = fault;
        this.after = after;
    }

    public Unfulfilled(Kind kind, Fault fault) {
        this(kind, "", fault, SOON);
    }

    /** An answer that isn't one of the network's. */
    public static Unfulfilled garbage(String what) {
        return new Unfulfilled(Kind.UNSURE, new Fault("garbage", what));
    }

    public Kind kind() {
        return kind;
    }

    public String error() {
        return error;
    }

    public Fault fault() {
        return fault;
    }

    /** The same answer, understood otherwise. */
    public Unfulfilled as(Kind other, String code) {
        return new Unfulfilled(other, error, new Fault(code, fault.detail()), after);
    }

    /** What it means where the call that failed was the one that publishes. */
    public PublishOutcome outcome() {
        return kind == Kind.UNSURE ? new PublishOutcome.Unknown(fault) : outcomeBefore();
    }

    /** What it means where the call that publishes had not been made yet: surely nothing is there. */
    public PublishOutcome outcomeBefore() {
        return switch (kind) {
            case REFUSED -> new PublishOutcome.Rejected(fault);
            case FORBIDDEN -> new PublishOutcome.NeedsReauth(fault);
            case LIMITED, STRANGER, AWAY, UNSURE -> new PublishOutcome.RetryAfter(fault, after);
        };
    }

    /** For calls that publish nothing. */
    public ConnectorFailed failed() {
        var failed = kind == Kind.LIMITED
                ? new ConnectorFailed(fault, after)
                : new ConnectorFailed(fault, kind == Kind.FORBIDDEN);
        failed.initCause(this);
        return failed;
    }

    /** The other way round, for a renewal that ran inside the desk's own handle. */
    public static Unfulfilled of(ConnectorFailed failed) {
        if (failed.getCause() instanceof Unfulfilled cause && !failed.reauth()) {
            return cause.kind == Kind.LIMITED
                    ? cause
                    : new Unfulfilled(Kind.AWAY, cause.error, cause.fault, cause.after);
        }
        return new Unfulfilled(failed.reauth() ? Kind.FORBIDDEN : Kind.AWAY, failed.fault());
    }
}
