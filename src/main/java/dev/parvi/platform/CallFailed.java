package dev.parvi.platform;

import java.util.Objects;

/** A call that brought no answer, with its class of failure and whether the other side may have acted on it. */
public class CallFailed extends Exception {

    /** Classes of failure; those up to {@link #UNREACHABLE} happen before a byte was sent. */
    public enum Kind {
        FORBIDDEN_ADDRESS,
        UNKNOWN_HOST,
        UNREACHABLE,
        TLS,
        TIMEOUT,
        CUT,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        MALFORMED
    }

    private final Kind kind;
    private final boolean maybeSent;

    public CallFailed(Kind kind, boolean maybeSent, String message) {
        super(message);
        this.kind = kind;
        this.maybeSent = maybeSent;
    }

    public Kind kind() {
        return kind;
    }

    /** False only when it is certain that no part of the request reached the other side. */
    public boolean maybeSent() {
        return maybeSent;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
