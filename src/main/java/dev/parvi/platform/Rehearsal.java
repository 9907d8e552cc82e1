package dev.parvi.platform;

import java.io.IOException;
import java.net.URI;

/** What a room goes through in the training start, so that Java knows the way from then on: see {@link Training}. */
public interface Rehearsal {

    /**
     * Works as people would, in the empty home that a training has; within two minutes.
     *
     * @param here where the desk answers
     */
    void rehearse(URI here) throws IOException;
}
