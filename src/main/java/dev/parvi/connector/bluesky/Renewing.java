package dev.parvi.connector.bluesky;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.bluesky.XrpcFailed.Kind;
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
        } catch (XrpcFailed e) {
            throw e.failed();
        }
    }

    private JsonNode session(Login login) throws XrpcFailed {
        try {
            return whole(xrpc.procedure(
                    new Xrpc.To(login.pds(), login.refresh(), deadline),
                    "com.atproto.server.refreshSession",
                    Xrpc.object()));
        } catch (XrpcFailed e) {
            if (e.kind() != Kind.STALE) {
                throw e;
            }
        }
        return again(login);
    }

    private JsonNode again(Login login) throws XrpcFailed {
        try {
            return whole(xrpc.procedure(
                    new Xrpc.To(login.server(), "", deadline),
                    "com.atproto.server.createSession",
                    Xrpc.object().put("identifier", login.did()).put("password", login.password())));
        } catch (XrpcFailed e) {
            var refused = e.kind() == Kind.STALE && e.error().equals("AuthenticationRequired");
            throw refused
                    ? new XrpcFailed(
                            Kind.FORBIDDEN,
                            new Fault("bluesky.revoked", e.fault().detail()))
                    : e;
        }
    }

    /** Tokens that are missing from a good answer must not replace those we have. */
    static JsonNode whole(JsonNode session) throws XrpcFailed {
        if (session.path("accessJwt").asString("").isEmpty()
                || session.path("refreshJwt").asString("").isEmpty()
                || session.path("did").asString("").isEmpty()) {
            throw new XrpcFailed(Kind.UNSURE, new Fault("garbage", "a session without tokens"));
        }
        return session;
    }
}
