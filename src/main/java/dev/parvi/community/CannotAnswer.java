package dev.parvi.community;

/** An answer that isn't let go, and why. */
public class CannotAnswer extends RuntimeException {

    private final Why why;

    public CannotAnswer(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What is to be mended; its words are {@code community.answer.cannot.<name>}. */
    public enum Why {
        EMPTY,
        TOO_LONG,
        /** The network lets nobody answer from outside. */
        NETWORK,
        /** Not this kind of utterance. */
        KIND,
        /** The account is disconnected. */
        ACCOUNT,
        /** What it answers isn't there any more. */
        GONE,
        /** Its own writer can't be the second person. */
        OWN,
        /** Somebody has decided meanwhile, or it's on its way. */
        MOVED
    }
}
