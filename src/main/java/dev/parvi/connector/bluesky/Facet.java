package dev.parvi.connector.bluesky;

/**
 * A run of text that is more than text.
 *
 * @param start where it begins, in UTF-16 units
 * @param end just behind it
 * @param value the address, the handle without its @, or the tag without its #
 */
record Facet(int start, int end, Kind kind, String value) {

    enum Kind {
        LINK,
        MENTION,
        TAG
    }
}
