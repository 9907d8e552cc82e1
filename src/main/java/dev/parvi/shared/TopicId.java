package dev.parvi.shared;

/** Names a stored query that picks items. Unique over all brands. */
public record TopicId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
