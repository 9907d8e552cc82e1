package dev.parvi.connector.bluesky;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Brings fresh tokens: by the refresh token, and where the network says that it's no good any more, by the app password. Only
 * when the network refuses that too is the permission gone; whatever else goes wrong is passing.
 */
final class Renewing {

    private final Xrpc xrpc;
    private final Deadline deadline;

    Renewing(Xrpc xrpc, Deadline deadline) {
        this.xrpc = xrpc;
        this.deadline = deadline;
    }

    Map<String, String> fresh(Map<String, String> stale) throws ConnectorFailed {
        var login = Login.of(stale);
        try {
            return login.with(session(login)).kept();
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }

    private JsonNode session(Login login) throws Unfulfilled {
        try {
            return whole(xrpc.procedure(
                    new Xrpc.To(login.pds(), login.refresh(), deadline),
                    "com.atproto.server.refreshSession",
                    Xrpc.object()));
        } catch (Unfulfilled e) {
            if (e.kind() != Kind.STRANGER) {
                throw e;
            }
        }
        return again(login);
    }

    private JsonNode again(Login login) throws Unfulfilled {
        try {
            return whole(xrpc.procedure(
                    new Xrpc.To(login.server(), "", deadline),
                    "com.atproto.server.createSession",
                    Xrpc.object().put("identifier", login.did()).put("password", login.password())));
        } catch (Unfulfilled e) {
            var refused = e.kind() == Kind.STRANGER && e.error().equals("AuthenticationRequired");
            throw refused
                    ? new Unfulfilled(
                            Kind.FORBIDDEN,
                            new Fault("bluesky.revoked", e.fault().detail()))
                    : e;
        }
    }

    /** Tokens that are missing from a good answer must not replace those we have. */
    static JsonNode whole(JsonNode session) throws Unfulfilled {
        if (session.path("accessJwt").asString("").isEmpty()
                || session.path("refreshJwt").asString("").isEmpty()
                || session.path("did").asString("").isEmpty()) {
            throw Unfulfilled.garbage("a session without tokens");
        }
        return session;
    }
}
