package dev.parvi.team;

/** A brand without a manager could never be managed again. */
public class NobodyManages extends RuntimeException {

    public NobodyManages() {
        super("The brand would be left without a manager");
    }
}
