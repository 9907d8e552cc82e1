package dev.parvi.shared;

/** Names how a post reads on one account. Unique over all brands. */
public record VersionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
