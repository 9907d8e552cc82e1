package dev.parvi.shared;

/** Names a thought kept for later. Unique over all brands. */
public record IdeaId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
