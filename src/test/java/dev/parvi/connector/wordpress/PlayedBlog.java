package dev.parvi.connector.wordpress;

import dev.parvi.connector.RecordedNetwork;
import java.util.Map;

/** The recorded blog with a post, for tests of the whole desk: anybody says anything below it, under any name. */
public final class PlayedBlog implements AutoCloseable {

    private final RecordedBlog blog = new RecordedBlog();
    private final RecordedNetwork network =
            new RecordedNetwork(request -> blog.answer(request).broken(), Said.limited());
    private final long post = blog.made("What do you think?");

    public PlayedBlog() {
        blog.root = network.address().resolve("/wp-json/");
    }

    public Map<String, String> fields() {
        return Map.of("site", network.address().toString(), "user", blog.user(), "password", blog.password());
    }

    /** @param html as the blog keeps it */
    public void says(String html, String name) {
        blog.visitor(post, 0, name, html);
    }

    @Override
    public void close() {
        network.close();
    }
}
