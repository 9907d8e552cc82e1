package dev.parvi.shared;

/** Names a brand: the tenant, whose voice we are. Unique over all brands. */
public record BrandId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
