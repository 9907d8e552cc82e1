package dev.parvi.publishing.web;

import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.ui.Page;

/**
 * How a delivery stands, in a word and a tone.
 *
 * @param tone {@code green}, {@code red}, {@code orange}, {@code blue} or {@code secondary}
 */
public record Badge(String tone, String word) {

    public static Badge of(Page page, Delivery delivery, boolean byHand) {
        return new Badge(tone(delivery), page.t("publishing.state." + key(delivery, byHand)));
    }

    /** The part of message keys that says how it stands. */
    public static String key(Delivery delivery, boolean byHand) {
        if (delivery.removedAt() != null) {
            return "REMOVED";
        }
        return delivery.state() == DeliveryState.PENDING && byHand
                ? "BY_HAND"
                : delivery.state().name();
    }

    private static String tone(Delivery delivery) {
        return switch (delivery.state()) {
            case PUBLISHED -> delivery.removedAt() == null ? "green" : "secondary";
            case FAILED -> "red";
            case UNKNOWN, LATE -> "orange";
            case PENDING, CLAIMED -> "blue";
            case WAITING, DUE -> "secondary";
        };
    }
}
