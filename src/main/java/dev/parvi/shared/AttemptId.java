package dev.parvi.shared;

/** Names one try at a delivery. Unique over all brands. */
public record AttemptId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
