package dev.parvi.listening;

/** A file that holds no list of feeds. */
public class CannotImport extends RuntimeException {

    private final String reason;

    public CannotImport(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** A word of the bundle: {@code listening.source.reason.<reason>}. */
    public String reason() {
        return reason;
    }
}
