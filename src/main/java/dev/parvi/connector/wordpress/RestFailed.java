package dev.parvi.connector.wordpress;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.PublishOutcome;
import java.time.Duration;

/** A call that the blog did not fulfil. */
final class RestFailed extends Exception {

    /** What is certain after it. */
    enum Kind {
        /** It said no to what was asked; the same again gets the same answer. */
        REFUSED,
        /** Too many calls; nothing was done. */
        LIMITED,
        /** It didn't know who was calling; nothing was done. */
        STRANGER,
        /** The user may not; nothing was done. */
        FORBIDDEN,
        /** The call did not arrive, or surely nothing was done. */
        AWAY,
        /** It may have been done. */
        UNSURE
    }

    static final Duration SOON = Duration.ofSeconds(20);

    private final Kind kind;
    private final String error;
    private final Fault fault;
    private final Duration after;

    RestFailed(Kind kind, String error, Fault fault, Duration after) {
        super(fault.code() + ": " + fault.detail());
        this.kind = kind;
        this.error = error;
        this.fault = fault;
        this.after = after;
    }

    RestFailed(Kind kind, Fault fault) {
        this(kind, "", fault, SOON);
    }

    Kind kind() {
        return kind;
    }

    /** The blog's own word for it, such as {@code rest_post_invalid_id}; empty where it gave none. */
    String error() {
        return error;
    }

    Fault fault() {
        return fault;
    }

    RestFailed as(Kind other, String code) {
        return new RestFailed(other, error, new Fault(code, fault.detail()), after);
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
            case LIMITED, STRANGER, AWAY, UNSURE -> new PublishOutcome.RetryAfter(fault, after);
        };
    }

    ConnectorFailed failed() {
        var failed = kind == Kind.LIMITED
                ? new ConnectorFailed(fault, after)
                : new ConnectorFailed(fault, kind == Kind.FORBIDDEN);
        failed.initCause(this);
        return failed;
    }
}
