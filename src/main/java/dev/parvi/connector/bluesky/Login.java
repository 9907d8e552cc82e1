package dev.parvi.connector.bluesky;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An account's credentials. The app password is kept (encrypted like the rest) so that a refresh token that ran out while the
 * account was idle doesn't ask a person to sign in again.
 *
 * @param server where the person signs in
 * @param pds where the account's repository is; tokens work there
 */
record Login(URI server, URI pds, String did, String handle, String access, String refresh, String password) {

    static Login of(Map<String, String> kept) {
        return new Login(
                URI.create(kept.getOrDefault("server", "")),
                URI.create(kept.getOrDefault("pds", "")),
                kept.getOrDefault("did", ""),
                kept.getOrDefault("handle", ""),
                kept.getOrDefault("access", ""),
                kept.getOrDefault("refresh", ""),
                kept.getOrDefault("password", ""));
    }

    Map<String, String> kept() {
        return Map.of(
                "server", server.toString(),
                "pds", pds.toString(),
                "did", did,
                "handle", handle,
                "access", access,
                "refresh", refresh,
                "password", password);
    }

    /** With the tokens of a session, and the account's server where its DID document names one. */
    Login with(JsonNode session) {
        return new Login(
                server,
                repository(session).orElse(pds),
                session.path("did").asString(did),
                session.path("handle").asString(handle),
                session.path("accessJwt").asString(""),
                session.path("refreshJwt").asString(""),
                password);
    }

    private static Optional<URI> repository(JsonNode session) {
        for (var service : session.path("didDoc").path("service")) {
            if (service.path("id").asString("").endsWith("#atproto_pds")) {
                return Servers.safe(service.path("serviceEndpoint").asString(""));
            }
        }
        return Optional.empty();
    }
}
