package dev.parvi.connector.bluesky;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.connector.SignsIn.Field;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.connector.Unfulfilled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Connects an account by handle and app password. */
@Component
final class SigningIn {

    static final String SERVER = "https://bsky.social";

    private static final Duration MOST = Duration.ofSeconds(30);

    private final Xrpc xrpc;

    SigningIn(Xrpc xrpc) {
        this.xrpc = xrpc;
    }

    static Step begin() {
        return new Step.Ask(List.of(
                new Field("handle", false, ""), new Field("password", true, ""), new Field("server", false, SERVER)));
    }

    Step answer(Map<String, String> given) throws ConnectorFailed {
        var typed = given.getOrDefault("server", "");
        var server = Servers.typed(typed.isBlank() ? SERVER : typed)
                .orElseThrow(() -> wrong("bluesky.server-address", typed, "server"));
        var handle = handle(given.getOrDefault("handle", ""), server);
        var password = given.getOrDefault("password", "").strip();
        if (password.isEmpty()) {
            throw wrong("bluesky.password-missing", "", "password");
        }
        var to = new Xrpc.To(server, "", Deadline.in(MOST));
        var session = session(to, handle, password);
        var login = new Login(server, server, "", handle, "", "", password).with(session);
        if (madeWithMainPassword(login.access())) {
            forget(login, to.deadline());
            throw wrong("bluesky.main-password", "", "password");
        }
        return new Step.Done(
                new Credentials(login.did(), login.handle(), name(login, to.deadline()), profile(login), login.kept()));
    }

    /** Without the @ and the invisible marks that come along when it's copied; a bare name is one of the network's own server. */
    private static String handle(String typed, URI server) throws ConnectorFailed {
        var handle = typed.replaceAll("[\\p{Cf}\\s]", "").replaceFirst("^@", "");
        if (handle.isEmpty()) {
            throw wrong("bluesky.handle-missing", "", "handle");
        }
        if (handle.startsWith("did:") || handle.indexOf('@') > 0) {
            return handle;
        }
        var bare = handle.indexOf('.') < 0 && server.toString().equals(SERVER);
        return handle.toLowerCase(Locale.ROOT) + (bare ? ".bsky.social" : "");
    }

    private JsonNode session(Xrpc.To to, String handle, String password) throws ConnectorFailed {
        try {
            return Renewing.whole(xrpc.procedure(
                    to,
                    "com.atproto.server.createSession",
                    Xrpc.object().put("identifier", handle).put("password", password)));
        } catch (Unfulfilled e) {
            throw said(e);
        }
    }

    /** The network answers an unknown handle and a wrong password alike, so that nobody can try out who is there. */
    private static ConnectorFailed said(Unfulfilled e) {
        var detail = e.fault().detail();
        return switch (e.error()) {
            case "AuthFactorTokenRequired" -> wrong("bluesky.second-factor", detail, "password");
            case "AuthenticationRequired" -> wrong("bluesky.password", detail, "password");
            default ->
                switch (e.kind()) {
                    case AWAY -> wrong(e.fault().code(), detail, "server");
                    case REFUSED -> wrong("bluesky.handle", detail, "handle");
                    case STRANGER -> wrong("bluesky.password", detail, "password");
                    case UNSURE ->
                        wrong(
                                e.fault().code().equals("garbage")
                                        ? "bluesky.no-server"
                                        : e.fault().code(),
                                detail,
                                "server");
                    case LIMITED, FORBIDDEN -> wrong(e.fault().code(), detail, "");
                };
        };
    }

    private static ConnectorFailed wrong(String code, String detail, String field) {
        return new ConnectorFailed(new Fault(code, detail), false, field);
    }

    /** The token says it in its scope; one that can't be read is let through. */
    private static boolean madeWithMainPassword(String token) {
        var parts = token.split("\\.");
        try {
            var said =
                    parts.length < 2 ? "" : new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return said.contains("\"com.atproto.access\"");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void forget(Login login, Deadline deadline) {
        try {
            xrpc.tell(
                    new Xrpc.To(login.pds(), login.refresh(), deadline),
                    "com.atproto.server.deleteSession",
                    Xrpc.object());
        } catch (Unfulfilled e) {
            // it ends by itself in time
        }
    }

    /** What the profile says; the handle where it says nothing or can't be read. */
    private String name(Login login, Deadline deadline) {
        try {
            var profile = xrpc.query(
                    new Xrpc.To(login.pds(), "", deadline.sooner(Duration.ofSeconds(5))),
                    "com.atproto.repo.getRecord",
                    Map.of("repo", login.did(), "collection", "app.bsky.actor.profile", "rkey", "self"));
            var name = profile.path("value").path("displayName").asString("");
            return name.isBlank() ? login.handle() : name;
        } catch (Unfulfilled e) {
            return login.handle();
        }
    }

    private static URI profile(Login login) {
        return URI.create("https://bsky.app/profile/" + login.did());
    }
}
