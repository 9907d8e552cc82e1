package dev.parvi.text;

/** What a finding stands on. */
public enum Basis {
    /** A model trained on labelled texts. */
    MODEL,
    /** A rule that can be read, see {@link Rule}; for the mood of emoji without a word too. */
    RULE,
    /** What moderators of the brand have corrected. */
    LEARNED,
    /** Nothing serves the language. */
    NONE
}
