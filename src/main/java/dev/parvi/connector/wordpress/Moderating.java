package dev.parvi.connector.wordpress;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.connector.Sent;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Moderates comments. It looks first how one stands: to take out of the spam what isn't in it would put it back to some earlier
 * state.
 */
@Component
final class Moderating {

    static final Set<Act> ACTS = EnumSet.of(Act.APPROVE, Act.HOLD, Act.SPAM, Act.NOT_SPAM, Act.DELETE, Act.RESTORE);

    private static final Duration MOST = Duration.ofSeconds(30);

    private final Rest rest;

    Moderating(Rest rest) {
        this.rest = rest;
    }

    void moderate(Access access, Act act, Sent said) throws ConnectorFailed {
        var thing = Names.read(said.id()).filter(Names.Thing::comment);
        if (thing.isEmpty() || !ACTS.contains(act)) {
            throw new ConnectorFailed(new Fault("wordpress.not-ours", said.id()), false);
        }
        var session = new Session(access, rest, MOST);
        var path = "wp/v2/comments/" + thing.get().number();
        try {
            act(session, act, path);
        } catch (Unfulfilled e) {
            var gone = Set.of("rest_comment_invalid_id", "rest_already_trashed").contains(e.error());
            if (act != Act.DELETE || e.kind() != Kind.REFUSED || !gone) {
                throw e.failed();
            }
        }
    }

    private static void act(Session session, Act act, String path) throws Unfulfilled {
        var stands = session.get(path, Map.of("context", "edit", "_fields", "id,status"))
                .body()
                .path("status")
                .asString("");
        if (stood(act, stands)) {
            return;
        }
        if (act == Act.DELETE) {
            session.delete(path);
            return;
        }
        session.post(path, Map.of("_fields", "id,status"), Rest.object().put("status", status(act)));
    }

    private static boolean stood(Act act, String stands) {
        return switch (act) {
            case APPROVE -> stands.equals("approved");
            case HOLD -> stands.equals("hold");
            case SPAM -> stands.equals("spam");
            case NOT_SPAM -> !stands.equals("spam");
            case DELETE -> stands.equals("trash");
            case RESTORE -> !stands.equals("trash");
            case HIDE, UNHIDE, BLOCK, UNBLOCK -> true;
        };
    }

    private static String status(Act act) {
        return switch (act) {
            case APPROVE -> "approve";
            case HOLD -> "hold";
            case SPAM -> "spam";
            case NOT_SPAM -> "unspam";
            case RESTORE -> "untrash";
            case DELETE, HIDE, UNHIDE, BLOCK, UNBLOCK -> throw new IllegalArgumentException(act.name());
        };
    }
}
