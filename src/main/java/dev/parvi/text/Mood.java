package dev.parvi.text;

/** How a text sounds. */
public enum Mood {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    /** No model serves the language, or there is nothing in the text to judge by. */
    UNSURE;

    /** As the command line writes it. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
