package dev.parvi.planning;

/** A change came after the claim: the version is being sent or was sent, and stays as it is. */
public class AlreadyUnderWay extends RuntimeException {

    public AlreadyUnderWay() {
        super("The version was claimed before this change came");
    }
}
