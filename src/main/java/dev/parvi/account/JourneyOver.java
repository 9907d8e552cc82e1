package dev.parvi.account;

/** Somebody comes back from a network too late, a second time, or without having been sent there. */
public final class JourneyOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JourneyOver() {
        super("No sign-in waits for this");
    }
}
