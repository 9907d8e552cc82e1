package dev.parvi.listening;

/** What came from a source can't be read, and why: a word of the bundle, {@code listening.source.reason.<reason>}. */
class NotRead extends Exception {

    private final Reason reason;
    private final String detail;

    NotRead(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    Reason reason() {
        return reason;
    }

    /** What the other side said, or empty. */
    String detail() {
        return detail;
    }
}
