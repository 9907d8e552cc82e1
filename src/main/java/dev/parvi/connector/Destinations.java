package dev.parvi.connector;

import dev.parvi.shared.BrandId;
import java.net.URI;
import java.util.Optional;

/** Knows where an address that only leads on leads to, so that the card of a link is that of the page behind it. */
@FunctionalInterface
public interface Destinations {

    /** Where one of the brand's own short addresses leads; empty for any other. */
    Optional<URI> behind(BrandId brand, URI address);
}
