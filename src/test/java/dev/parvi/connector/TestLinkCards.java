package dev.parvi.connector;

import dev.parvi.platform.MediaStore;
import dev.parvi.platform.Outbound;
import java.util.Optional;

/** Makes the card reader for plain tests. */
public final class TestLinkCards {

    private TestLinkCards() {}

    public static LinkCards of(Outbound outbound, MediaStore media) {
        return new LinkCards(outbound, media, (brand, address) -> Optional.empty());
    }
}
