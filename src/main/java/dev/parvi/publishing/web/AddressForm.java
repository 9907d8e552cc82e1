package dev.parvi.publishing.web;

import java.net.URI;
import java.util.Optional;

/** The address of a post as somebody typed or pasted it. */
public record AddressForm(String typed, boolean sent) {

    private static final int LONGEST = 2_000;

    static final AddressForm EMPTY = new AddressForm("", false);

    static AddressForm of(String typed) {
        return new AddressForm(typed, true);
    }

    /** Only what a browser opens safely: https with a host. One that was copied without its scheme gets it. */
    Optional<URI> address() {
        var said = typed.strip();
        try {
            var uri = URI.create(said.contains("://") ? said : "https://" + said);
            var good = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getHost().contains(".")
                    && uri.getUserInfo() == null
                    && said.length() <= LONGEST;
            return good ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether there is something to mend. */
    public boolean wrong() {
        return sent && address().isEmpty();
    }
}
