package dev.parvi.listening;

/** A stretch of a text; {@code found}: it's what a topic's query asks for. */
public record Marked(String text, boolean found) {}
