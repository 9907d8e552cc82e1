package dev.parvi.text;

/** What a moderator wants to see at a glance. */
public enum Mark {
    QUESTION,
    COMPLAINT,
    PURCHASE_INTENT,
    OFFENSIVE,
    SPAM,
    PRAISE
}
