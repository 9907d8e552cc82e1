package dev.parvi.shared;

/** Names a place where we read: a feed, a page, an account or search on a network. Unique over all brands. */
public record SourceId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
