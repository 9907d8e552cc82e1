package dev.parvi.platform;

import java.time.Duration;

/**
 * Works beside the pages. It begins when the desk answers already, since nobody need wait for it, and ends before the pages do. The
 * one whose work is due to the second bears the lowest {@code @Order}.
 */
public interface Shift {

    /** Begins to work, on threads of its own. */
    void start();

    /** Ends what runs, within half a minute. */
    void stop();

    /** Waits until it has done what should have been done already: the rest of the desk is put together after that, or after so long. */
    default void settle(Duration atMost) throws InterruptedException {}
}
