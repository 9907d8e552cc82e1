package dev.parvi.community;

/** What can't wait stands first: the inbox is sorted by it, the most urgent first, then by time. */
public enum Urgency {
    /** The rest. */
    USUAL(0),
    /** Somebody wants to buy, and waits for us. */
    WANTS_TO_BUY(1),
    /** A question is past the time by which we promised an answer. */
    OVERDUE(2),
    /** Somebody complained, and waits for us. */
    COMPLAINT(3),
    CONFLICT(4);

    private final int weight;

    Urgency(int weight) {
        this.weight = weight;
    }

    /** As it's kept; the function conversation_priority works it out. */
    int weight() {
        return weight;
    }

    static Urgency of(int weight) {
        for (var each : values()) {
            if (each.weight == weight) {
                return each;
            }
        }
        throw new IllegalArgumentException("No urgency weighs " + weight);
    }
}
