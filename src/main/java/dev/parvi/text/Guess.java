package dev.parvi.text;

/**
 * A label, and how sure it is.
 *
 * @param confidence 0 to 1
 */
record Guess(String label, double confidence) {}
