package dev.parvi.connector.wordpress;

import dev.parvi.connector.Access;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.connector.wordpress.Rest.Said;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account's calls during one piece of work. A no that may be about the account itself is looked into: only where the blog
 * also doesn't know us when asked who we are, or says that we have lost our rights, is the permission gone.
 */
final class Session {

    private final Access access;
    private final Rest rest;
    private final Login login;
    private final Rest.To to;

    Session(Access access, Rest rest, Duration within) {
        this.access = access;
        this.rest = rest;
        login = Login.of(access.credentials());
        to = new Rest.To(login.root(), login.user(), login.password(), Deadline.in(within));
    }

    Access access() {
        return access;
    }

    Login login() {
        return login;
    }

    Names names() {
        return new Names(login.place());
    }

    Deadline deadline() {
        return to.deadline();
    }

    Said get(String path, Map<String, String> parameters) throws Unfulfilled {
        return asked(() -> rest.get(to, path, parameters));
    }

    Said post(String path, Map<String, String> parameters, ObjectNode body) throws Unfulfilled {
        return asked(() -> rest.post(to, path, parameters, body));
    }

    Said delete(String path) throws Unfulfilled {
        return asked(() -> rest.delete(to, path));
    }

    Said upload(Map<String, String> parameters, String name, String type, byte[] bytes) throws Unfulfilled {
        return asked(() -> rest.upload(to, "wp/v2/media", parameters, name, type, bytes));
    }

    private Said asked(Asking asking) throws Unfulfilled {
        try {
            return asking.ask();
        } catch (Unfulfilled e) {
            throw e.kind() == Kind.STRANGER || e.kind() == Kind.FORBIDDEN ? lookedInto(e) : e;
        }
    }

    private Unfulfilled lookedInto(Unfulfilled no) {
        try {
            var missing = Member.read(rest, to).missing();
            if (!missing.isEmpty()) {
                return no.as(Kind.FORBIDDEN, missing);
            }
            return no.kind() == Kind.STRANGER ? no.as(Kind.AWAY, "server") : no.as(Kind.REFUSED, "wordpress.may-not");
        } catch (Unfulfilled e) {
            return e.kind() == Kind.STRANGER
                    ? e.as(Kind.FORBIDDEN, "wordpress.revoked")
                    : e.as(Kind.AWAY, e.fault().code());
        }
    }

    @FunctionalInterface
    private interface Asking {
        Said ask() throws Unfulfilled;
    }
}
