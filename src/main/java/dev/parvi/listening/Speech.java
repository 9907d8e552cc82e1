package dev.parvi.listening;

/** How the words of an item are brought to their stems. */
enum Speech {
    FINNISH,
    ENGLISH,
    /** Words in Cyrillic letters are taken as Russian, as everywhere; all others stay as they are. */
    OTHER;

    static Speech of(String language) {
        return switch (language) {
            case "fi" -> FINNISH;
            case "en" -> ENGLISH;
            default -> OTHER;
        };
    }
}
