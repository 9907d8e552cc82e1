package dev.parvi.planning;

import dev.parvi.shared.WallTime;

/** The clocks are moved at the time asked for: a person is to say what is meant, knowing what it comes to. */
public class Doubtful extends RuntimeException {

    private final transient WallTime.Reading reading;

    Doubtful(WallTime.Reading reading) {
        super("A wall time that doesn't exist or comes twice");
        this.reading = reading;
    }

    public WallTime.Reading reading() {
        return reading;
    }
}
