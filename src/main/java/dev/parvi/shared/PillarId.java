package dev.parvi.shared;

/** Names a theme that the content mix is made of. Unique over all brands. */
public record PillarId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
