package dev.parvi.page;

/** Which comments wait for somebody to read them before they are shown. */
public enum Rule {
    ALL,
    /** Those of people nobody has let in yet, and those with links. */
    CAREFUL,
    NONE
}
