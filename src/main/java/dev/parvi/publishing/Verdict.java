package dev.parvi.publishing;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Sent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt means for its delivery.
 *
 * @param outcome as the attempt's record names it
 * @param nextAt when to take it again; only with {@link DeliveryState#DUE}
 * @param lookFirst whether the network is read back before the next try
 * @param holdUntil until when nothing more goes to this account; null for no hold
 * @param lost whether the account's permission is gone
 */
record Verdict(
        DeliveryState state,
        String outcome,
        @Nullable Instant nextAt,
        boolean lookFirst,
        @Nullable Sent sent,
        @Nullable Fault fault,
        @Nullable Instant holdUntil,
        boolean lost) {

    static Verdict published(String outcome, Sent sent) {
        return new Verdict(DeliveryState.PUBLISHED, outcome, null, false, sent, null, null, false);
    }

    static Verdict ended(DeliveryState state, String outcome, Fault fault) {
        return new Verdict(state, outcome, null, false, null, fault, null, false);
    }

    static Verdict again(String outcome, Instant at, boolean lookFirst, @Nullable Fault fault) {
        return new Verdict(DeliveryState.DUE, outcome, at, lookFirst, null, fault, null, false);
    }

    Verdict holding(Instant until) {
        return new Verdict(state, outcome, nextAt, lookFirst, sent, fault, until, lost);
    }

    Verdict losing() {
        return new Verdict(state, outcome, nextAt, lookFirst, sent, fault, holdUntil, true);
    }
}
