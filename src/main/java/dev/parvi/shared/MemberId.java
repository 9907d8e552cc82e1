package dev.parvi.shared;

/** Names a person of the team. Unique over all brands. */
public record MemberId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
