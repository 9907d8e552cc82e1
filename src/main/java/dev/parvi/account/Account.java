package dev.parvi.account;

import dev.parvi.brand.Brand;
import dev.parvi.connector.Fault;
import dev.parvi.shared.AccountId;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One group, page, blog or profile of the brand on a network.
 *
 * @param place the network's lasting name for it
 * @param handle how people name it
 * @param aims what it's there for; empty where nobody said
 * @param fault why a person must sign in again; null where none must
 * @param since since when it's connected
 */
public record Account(
        AccountId id,
        String network,
        String place,
        String handle,
        String name,
        URI address,
        Set<Brand.Aim> aims,
        Health health,
        @Nullable Fault fault,
        Instant since) {

    /** Whether the desk can speak there. */
    public enum Health {
        WELL,
        /** The network withdrew our permission: a person must sign in again. */
        REAUTH,
        /** Disconnected by a person; kept because posts went there. */
        CLOSED
    }

    public boolean well() {
        return health == Health.WELL;
    }

    public boolean open() {
        return health != Health.CLOSED;
    }
}
