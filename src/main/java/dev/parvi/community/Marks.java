package dev.parvi.community;

/** Marks as the bits they are kept as. The numbers stand in the database: they never change. */
final class Marks {

    static final int QUESTION = 1;
    static final int COMPLAINT = 2;
    static final int PURCHASE_INTENT = 4;
    static final int OFFENSIVE = 8;
    static final int SPAM = 16;
    static final int PRAISE = 32;

    private Marks() {}
}
