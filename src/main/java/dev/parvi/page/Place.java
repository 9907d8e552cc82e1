package dev.parvi.page;

/** What an address of the page leads to. */
public sealed interface Place {

    /** The post, or the thread, that stands there. */
    record Here(PagePost post) implements Place {}

    /** A part of a thread: its place is on the page of the first part. */
    record Part(String thread, String part) implements Place {}

    /** It was there and was deleted. */
    record Gone() implements Place {}

    record Nowhere() implements Place {}
}
