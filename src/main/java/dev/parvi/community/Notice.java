package dev.parvi.community;

import dev.parvi.shared.BrandId;
import org.jspecify.annotations.Nullable;

/**
 * What a page that stands open is told.
 *
 * @param name {@code changed} or {@code writing}
 * @param data the conversations it's about, parted by commas; {@code *} for any
 */
public record Notice(BrandId brand, String name, String data) {

    /** A notice as PostgreSQL passes it on, see {@link Changes} and {@link Drafting}; null for one that makes no sense. */
    static @Nullable Notice of(String channel, String message) {
        var colon = message.indexOf(':');
        if (colon < 1 || !message.substring(0, colon).matches("\\d{1,18}")) {
            return null;
        }
        var name = channel.equals(Drafting.CHANNEL) ? "writing" : "changed";
        return new Notice(new BrandId(Long.parseLong(message.substring(0, colon))), name, message.substring(colon + 1));
    }
}
