package dev.parvi.audience;

import org.springframework.stereotype.Component;

/** Does at once what the audience does by itself every minute: for the sample brand, whose past nobody waits for. In the brand whose scope it is. */
@Component
public class Refreshing {

    private final Gathering gathering;
    private final Judging judging;

    Refreshing(Gathering gathering, Judging judging) {
        this.gathering = gathering;
        this.judging = judging;
    }

    /** Followers are read, and all who are new are held against the target audience. */
    public void now() {
        gathering.hurry();
        while (judging.hear() > 0) {
            Thread.onSpinWait();
        }
        while (judging.judge() > 0) {
            Thread.onSpinWait();
        }
    }
}
