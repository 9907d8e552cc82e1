package dev.parvi.community;

/** By when somebody who asks is answered. */
final class Promises {

    /** A day, where the brand promises nothing else. */
    static final int USUAL_MINUTES = 24 * 60;

    private Promises() {}
}
