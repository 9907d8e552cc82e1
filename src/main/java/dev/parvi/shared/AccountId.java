package dev.parvi.shared;

/** Names one group, page, blog or profile of a brand on a network. Unique over all brands. */
public record AccountId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
