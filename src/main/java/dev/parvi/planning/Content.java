package dev.parvi.planning;

import dev.parvi.connector.Message;
import java.util.List;

/**
 * What a version sends: the parts of its thread in order, then first comments below the first part. Kept as JSON on the
 * version and copied at the claim.
 */
public record Content(List<Message> parts, List<Message> comments) {

    /** All that is sent, in the order in which it is sent. */
    public Message at(int part) {
        return part < parts.size() ? parts.get(part) : comments.get(part - parts.size());
    }
}
