package dev.parvi.shared;

/** Names one thing that a source said. Unique over all brands. */
public record ItemId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
