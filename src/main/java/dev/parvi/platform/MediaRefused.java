package dev.parvi.platform;

/** A file that isn't kept; {@link #reason()} is the message key that says why. */
public class MediaRefused extends Exception {

    private final String reason;

    public MediaRefused(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
