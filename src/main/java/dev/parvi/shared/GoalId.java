package dev.parvi.shared;

/** Names what an account, or the company, is to reach. Unique over all brands. */
public record GoalId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
