package dev.parvi.publishing;

/** The steps of the ledger, named so that a test can stand at each of them. */
enum Step {
    BEFORE_CLAIM,
    SEALED,
    CLAIMED,
    BEFORE_LOOK,
    BEFORE_CALL,
    AFTER_CALL,
    BEFORE_RECORD,
    RECORDED
}
