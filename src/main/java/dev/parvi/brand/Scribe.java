package dev.parvi.brand;

import dev.parvi.shared.MemberId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outside language model that writes drafts and summaries for a brand.
 *
 * @param address where it's asked, without the last part {@code /chat/completions}
 * @param model its name there
 * @param keyed whether a key goes along
 * @param consent null where no manager agrees that anything is sent
 */
public record Scribe(
        URI address, String model, boolean keyed, @Nullable Consent consent) {

    /** The number of the list of what is sent, which managers agree to; one more whenever it grows. */
    public static final int TERMS = 1;

    /**
     * A manager's yes.
     *
     * @param address where it holds
     * @param by null where they were deleted
     */
    public record Consent(URI address, int terms, @Nullable MemberId by, Instant at) {}

    /** Whether anything may be sent: a manager agreed to just this address and just this list. */
    public boolean agreed() {
        return consent != null && consent.address().equals(address) && consent.terms() == TERMS;
    }
}
