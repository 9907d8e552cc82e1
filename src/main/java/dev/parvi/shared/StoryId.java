package dev.parvi.shared;

/** Names one piece of news, made of the items that tell it. Unique over all brands. */
public record StoryId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
