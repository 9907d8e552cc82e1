package dev.parvi.publishing;

import java.util.EnumSet;
import java.util.Set;

/** Of what members can be told. */
public enum AlertKind {
    FAILED,
    UNKNOWN,
    LATE,
    BY_HAND,
    /** An account that a person must sign in to again. */
    ACCOUNT;

    static Set<AlertKind> all() {
        return EnumSet.allOf(AlertKind.class);
    }

    static AlertKind of(DeliveryState state) {
        return switch (state) {
            case FAILED -> FAILED;
            case LATE -> LATE;
            case PENDING -> BY_HAND;
            default -> UNKNOWN;
        };
    }
}
