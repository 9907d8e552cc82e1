package dev.parvi.shared;

/** Names what we want to say. Unique over all brands. */
public record PostId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
