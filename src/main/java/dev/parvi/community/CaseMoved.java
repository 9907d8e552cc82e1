package dev.parvi.community;

/** Somebody was quicker: the case stands otherwise than the one who acts on it thought. */
public class CaseMoved extends RuntimeException {

    CaseMoved(long id) {
        super("Case " + id + " has moved on");
    }
}
