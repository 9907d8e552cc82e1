package dev.parvi.shared;

/** Names one utterance. Unique over all brands. */
public record CommentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
