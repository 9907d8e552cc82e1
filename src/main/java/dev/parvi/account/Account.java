package dev.parvi.account;

import dev.parvi.shared.AccountId;
import java.net.URI;
import java.time.Instant;

/**
 * One group, page, blog or profile of the brand on a network.
 *
 * @param place the network's lasting name for it
 * @param handle how people name it
 */
public record Account(
        AccountId id,
        String network,
        String place,
        String handle,
        String name,
        URI address,
        Health health,
        String note,
        Instant since) {

    /** Whether the desk can speak there. */
    public enum Health {
        WELL,
        /** The network withdrew our permission: a person must sign in again. */
        REAUTH,
        /** Disconnected by a person; kept because posts went there. */
        CLOSED
    }
}
