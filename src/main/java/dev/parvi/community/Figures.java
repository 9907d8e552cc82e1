package dev.parvi.community;

import dev.parvi.connector.Reads.Figure;
import dev.parvi.shared.DeliveryId;
import java.util.Collection;
import java.util.Map;

/**
 * The numbers of our posts, as they are shown at the head of a conversation; whoever measures them implements it. What isn't
 * known is missing, never zero.
 */
public interface Figures {

    Map<DeliveryId, Map<Figure, Long>> of(Collection<DeliveryId> deliveries);
}
