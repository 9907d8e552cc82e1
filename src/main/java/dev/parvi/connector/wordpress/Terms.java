package dev.parvi.connector.wordpress;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import java.util.List;
import java.util.Map;
import org.jsoup.parser.Parser;
import tools.jackson.databind.node.ArrayNode;

/** Categories and tags by name: those that are there are used, others are made. The blog keeps names as HTML. */
final class Terms {

    private static final int NAME_MOST = 200;

    private Terms() {}

    /** @param path {@code categories} or {@code tags} */
    static ArrayNode of(Session session, String path, List<String> names) throws Unfulfilled {
        var all = Rest.object().putArray("ids");
        for (var name : names) {
            var cut = name.length() > NAME_MOST ? name.substring(0, NAME_MOST) : name;
            all.add(of(session, "wp/v2/" + path, cut));
        }
        return all;
    }

    private static long of(Session session, String path, String name) throws Unfulfilled {
        var search = Map.of("search", Blocks.words(name), "per_page", "100", "_fields", "id,name");
        for (var term : session.get(path, search).body()) {
            if (Parser.unescapeEntities(term.path("name").asString(""), false).equalsIgnoreCase(name)) {
                return term.path("id").asLong();
            }
        }
        return made(session, path, name);
    }

    private static long made(Session session, String path, String name) throws Unfulfilled {
        try {
            var body = Rest.object().put("name", name);
            return session.post(path, Map.of("_fields", "id"), body)
                    .body()
                    .path("id")
                    .asLong();
        } catch (Unfulfilled e) {
            if (e.error().equals("rest_cannot_create") && e.kind() == Kind.REFUSED) {
                throw new Unfulfilled(Kind.REFUSED, e.error(), new Fault("wordpress.category", name), Unfulfilled.SOON);
            }
            throw e;
        }
    }
}
