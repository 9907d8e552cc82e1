package dev.parvi.shared;

/** Names everything said under one thing. Unique over all brands. */
public record ConversationId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
