package dev.parvi.text;

import org.jspecify.annotations.Nullable;

/**
 * Whether a mark is there.
 *
 * @param confidence 0 to 1, of what {@code state} says; 0 where it's unsure
 * @param rule which one, where the basis is a rule that applied
 */
public record Finding(
        State state,
        double confidence,
        Basis basis,
        @Nullable Rule rule) {

    /** Unsure is neither: nothing serves the language. */
    public enum State {
        THERE,
        NOT_THERE,
        UNSURE
    }

    static final Finding UNSURE = new Finding(State.UNSURE, 0, Basis.NONE, null);

    /** @param there the probability that the mark is there */
    static Finding by(Basis basis, double there) {
        return there >= 0.5
                ? new Finding(State.THERE, there, basis, null)
                : new Finding(State.NOT_THERE, 1 - there, basis, null);
    }

    static Finding by(Rule rule, double confidence) {
        return new Finding(State.THERE, confidence, Basis.RULE, rule);
    }

    public boolean there() {
        return state == State.THERE;
    }

    /** The probability that the mark is there: one half where it's unsure. */
    double probability() {
        return switch (state) {
            case THERE -> confidence;
            case NOT_THERE -> 1 - confidence;
            case UNSURE -> 0.5;
        };
    }
}
