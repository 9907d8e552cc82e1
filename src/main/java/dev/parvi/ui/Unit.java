package dev.parvi.ui;

/** What a figure counts in, and so how it's written. */
public enum Unit {
    COUNT,
    /** What is given away in parts: a conversion that two links share. */
    PARTS,
    /** 0 to 100. */
    PERCENT,
    /** 0 to 100, of a scale of our own. */
    SCORE,
    MINUTES,
    /** How many times something. */
    TIMES,
    /** In the money that the place where it stands names. */
    MONEY
}
