package dev.parvi.connector.wordpress;

import dev.parvi.connector.Unfulfilled;
import java.util.Map;

/**
 * The user of the blog whose application password is used.
 *
 * @param missing the fault that says which right they lack; empty where they have all that we need
 */
record Member(long id, String name, String missing) {

    /** @throws Unfulfilled of kind STRANGER where the blog doesn't take user and password together */
    static Member read(Rest rest, Rest.To to) throws Unfulfilled {
        var said = rest.get(to, "wp/v2/users/me", Map.of("context", "edit", "_fields", "id,name,username,capabilities"))
                .body();
        var id = said.path("id").asLong(0);
        if (id == 0) {
            throw Unfulfilled.garbage("a user without a number");
        }
        var may = said.path("capabilities");
        var missing = "";
        if (!may.path("publish_posts").asBoolean(false)
                || !may.path("upload_files").asBoolean(false)) {
            missing = "wordpress.may-not-publish";
        } else if (!may.path("moderate_comments").asBoolean(false)) {
            missing = "wordpress.may-not-moderate";
        }
        return new Member(id, said.path("name").asString(""), missing);
    }
}
