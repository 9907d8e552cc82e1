package dev.parvi.connector.wordpress;

import java.net.URI;
import java.util.Map;

/**
 * An account's credentials.
 *
 * @param root where the REST interface is; ends with a slash, or with {@code rest_route=/} where addresses aren't rewritten
 * @param place the blog's host, port and path
 * @param user whose application password it is
 * @param id that user's number, by which their comments are known
 */
record Login(URI root, String place, String user, String password, long id) {

    static Login of(Map<String, String> kept) {
        return new Login(
                URI.create(kept.getOrDefault("root", "")),
                kept.getOrDefault("place", ""),
                kept.getOrDefault("user", ""),
                kept.getOrDefault("password", ""),
                Long.parseLong(kept.getOrDefault("id", "0")));
    }

    Map<String, String> kept() {
        return Map.of(
                "root", root.toString(),
                "place", place,
                "user", user,
                "password", password,
                "id", Long.toString(id));
    }
}
