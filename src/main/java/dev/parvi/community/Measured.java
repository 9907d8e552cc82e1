package dev.parvi.community;

import dev.parvi.connector.Reads.Figure;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import java.time.Instant;
import java.util.Map;

/**
 * Is told when the figures of a post of ours were read from its network, in the transaction that keeps what was said under it. How often
 * that is follows the talk: every half a minute at first, then after a tenth of the time since anybody spoke, at least every six hours, until
 * nobody has spoken for thirty days.
 */
public interface Measured {

    /** @param figures as the network shows them; what it doesn't show is missing */
    void read(DeliveryId post, AccountId account, Map<Figure, Long> figures, Instant at);
}
