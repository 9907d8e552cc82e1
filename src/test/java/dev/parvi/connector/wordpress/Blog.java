package dev.parvi.connector.wordpress;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A blog seen from within, past the connector: a real one, or one that plays what a real one answered. */
interface Blog {

    /** Where its REST interface is. */
    URI root();

    String user();

    String password();

    /** Takes the application password back. */
    void revoke() throws Exception;

    /** What a visitor writes; it's held like any newcomer's word. */
    long visitor(long post, long parent, String name, String words) throws Exception;

    void status(long comment, String status) throws Exception;

    void rewrite(long comment, String words) throws Exception;

    /** For good, past the trash. */
    void erase(long comment) throws Exception;

    JsonNode comment(long id) throws Exception;

    JsonNode post(long id) throws Exception;

    void close(long post) throws Exception;

    /** Posts that readers see, the newest first. */
    List<JsonNode> shown() throws Exception;
}
