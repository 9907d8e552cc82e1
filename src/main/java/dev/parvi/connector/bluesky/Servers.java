package dev.parvi.connector.bluesky;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Addresses that a password may be sent to. */
final class Servers {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Servers() {}

    /** What a person typed, with the scheme they left out; empty where it's no address or would send the password in the clear. */
    static Optional<URI> typed(String text) {
        var said = text.strip();
        return safe(said.contains("://") ? said : "https://" + said);
    }

    /** Only the origin is kept. Plain http is for this machine alone. */
    static Optional<URI> safe(String address) {
        try {
            var uri = URI.create(address);
            var host = uri.getHost();
            if (host == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            var good = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(host);
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return good ? Optional.of(URI.create(uri.getScheme() + "://" + host + port)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
