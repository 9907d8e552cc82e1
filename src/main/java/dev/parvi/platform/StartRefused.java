package dev.parvi.platform;

/** The desk can't start here; the person who started it is told why and what to do. */
public class StartRefused extends RuntimeException {

    private final String action;

    public StartRefused(String reason, String action) {
        super(reason);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
