package dev.parvi.team;

/** A brand without a manager could never be managed again. */
public class LastManager extends RuntimeException {

    public LastManager() {
        super("The brand would be left without a manager");
    }
}
