package dev.parvi.shared;

/** Names one version going to one account. Unique over all brands. */
public record DeliveryId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
