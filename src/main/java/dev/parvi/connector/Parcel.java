package dev.parvi.connector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One delivery as it is handed to a network: sealed, so that a second call carries the same to the letter.
 *
 * @param number unique over all deliveries of the desk
 * @param key unique over all desks: for networks that dedupe by one
 * @param madeAt when it was sealed, to the millisecond; the time a post says it was written at
 * @param before the earlier parts of its thread, in order, as the network named them; empty for a first part
 * @param answered what it answers, as it was heard (or sent by us); null for what stands for itself
 * @param comment whether it is a first comment below the first part, rather than a part of the thread
 */
public record Parcel(
        long number,
        String key,
        Instant madeAt,
        Message message,
        List<Sent> before,
        @Nullable Sent answered,
        boolean comment) {

    public Parcel(long number, String key, Instant madeAt, Message message, List<Sent> before) {
        this(number, key, madeAt, message, before, null, false);
    }

    public Optional<Sent> parent() {
        return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
    }
}
