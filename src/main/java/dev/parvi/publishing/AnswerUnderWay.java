package dev.parvi.publishing;

/** A change came after the claim: the answer is being sent, was sent or may have been, and stays as it is. */
public class AnswerUnderWay extends RuntimeException {

    private final DeliveryState state;

    public AnswerUnderWay(DeliveryState state) {
        super("The answer stands at " + state + " already");
        this.state = state;
    }

    /** How it stands now; {@link DeliveryState#DUE} for one that was tried and waits for its next try. */
    public DeliveryState state() {
        return state;
    }
}
