package dev.parvi.publishing;

import dev.parvi.shared.DeliveryId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such delivery in this brand, or no such part of it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchDelivery extends RuntimeException {

    public NoSuchDelivery(DeliveryId id) {
        super("No delivery " + id);
    }
}
