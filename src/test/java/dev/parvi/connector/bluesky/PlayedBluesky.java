package dev.parvi.connector.bluesky;

import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Recording;
import java.util.Map;

/** The recorded network with a post of ours, for tests of the whole desk: anybody says anything below it, under any name. */
public final class PlayedBluesky implements AutoCloseable {

    private static final String KEY = "3n2wzz2zzzz22";

    private final RecordedBluesky recorded = new RecordedBluesky();
    private final RecordedView view = new RecordedView(recorded);
    private final RecordedNetwork network =
            new RecordedNetwork(request -> view.answer(request).broken(), RecordedBluesky.recorded("rate-limited"));

    public PlayedBluesky() {
        recorded.records.put(
                KEY,
                Recording.JSON
                        .createObjectNode()
                        .put("$type", Records.COLLECTION)
                        .put("text", "What do you think?")
                        .put("createdAt", "2026-11-01T08:00:00Z"));
    }

    public Map<String, String> fields() {
        return Map.of(
                "handle",
                "alice.test",
                "password",
                recorded.password,
                "server",
                network.address().toString());
    }

    public void says(String text, String name, String handle) {
        var post = "at://" + RecordedBluesky.DID + "/" + Records.COLLECTION + "/" + KEY;
        view.call(view.say(post, post, text), name, handle);
    }

    @Override
    public void close() {
        network.close();
    }
}
