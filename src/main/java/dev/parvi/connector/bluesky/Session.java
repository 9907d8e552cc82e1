package dev.parvi.connector.bluesky;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An account's calls during one piece of work. A stale token is renewed and the call made once more. */
final class Session {

    private static final String CHAT = "did:web:api.bsky.chat#bsky_chat";

    private final Access access;
    private final Xrpc xrpc;
    private final Deadline deadline;

    Session(Access access, Xrpc xrpc, Deadline deadline) {
        this.access = access;
        this.xrpc = xrpc;
        this.deadline = deadline;
    }

    Access access() {
        return access;
    }

    Deadline deadline() {
        return deadline;
    }

    Login login() {
        return Login.of(access.credentials());
    }

    JsonNode query(String method, Map<String, String> parameters) throws Unfulfilled {
        return call(to -> xrpc.query(to, method, parameters));
    }

    /** A query whose parameters may have several values, and whose answer may be long. */
    JsonNode queryMany(String method, Map<String, List<String>> parameters) throws Unfulfilled {
        return call(to -> xrpc.query(to, method, parameters, Map.of()));
    }

    /** A query that the account's server hands on to that of direct messages. */
    JsonNode chat(String method, Map<String, List<String>> parameters) throws Unfulfilled {
        return call(to -> xrpc.query(to, method, parameters, Map.of("atproto-proxy", CHAT)));
    }

    JsonNode procedure(String method, ObjectNode body) throws Unfulfilled {
        return call(to -> xrpc.procedure(to, method, body));
    }

    JsonNode tell(String method, ObjectNode body) throws Unfulfilled {
        return call(to -> xrpc.tell(to, method, body));
    }

    JsonNode upload(byte[] bytes, String type) throws Unfulfilled {
        return call(to -> xrpc.upload(to, bytes, type));
    }

    /** A query that needs no token. */
    JsonNode look(String method, Map<String, String> parameters, Deadline until) throws Unfulfilled {
        return xrpc.query(new Xrpc.To(login().pds(), "", until), method, parameters);
    }

    private JsonNode call(Asking asking) throws Unfulfilled {
        var used = access.credentials();
        try {
            return asking.ask(to(used));
        } catch (Unfulfilled e) {
            if (e.kind() != Kind.STRANGER) {
                throw e;
            }
        }
        try {
            return asking.ask(to(renewed(used)));
        } catch (Unfulfilled e) {
            // a fresh token that isn't taken is the server's trouble: no reason to disconnect the account
            throw e.kind() == Kind.STRANGER ? new Unfulfilled(Kind.AWAY, e.fault()) : e;
        }
    }

    private Map<String, String> renewed(Map<String, String> stale) throws Unfulfilled {
        try {
            return access.renew(stale, kept -> new Renewing(xrpc, deadline).fresh(kept));
        } catch (ConnectorFailed e) {
            throw Unfulfilled.of(e);
        }
    }

    private Xrpc.To to(Map<String, String> credentials) {
        var login = Login.of(credentials);
        return new Xrpc.To(login.pds(), login.access(), deadline);
    }

    @FunctionalInterface
    private interface Asking {
        JsonNode ask(Xrpc.To to) throws Unfulfilled;
    }
}
