package dev.parvi.team;

import dev.parvi.platform.WebPush;
import dev.parvi.platform.WebPush.Outcome;
import dev.parvi.platform.WebPush.Subscription;
import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings short messages to the browsers of members, and forgets those that don't want any more. A browser is a member's, whatever
 * brand they work for.
 */
@Component
public class Pushing {

    private final Browsers browsers;
    private final WebPush push;
    private final JsonMapper json;

    Pushing(Browsers browsers, WebPush push, JsonMapper json) {
        this.browsers = browsers;
        this.push = push;
        this.json = json;
    }

    /**
     * @param link the whole address that the message leads to
     * @param tag messages of the same tag replace each other
     */
    public record Note(MemberId member, String title, String body, String link, String tag) {}

    /** All at once, and back when each was taken or has failed. Never within a transaction. */
    public void send(List<Note> notes) {
        try (var couriers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var note : notes) {
                var text = json.writeValueAsString(
                        Map.of("title", note.title(), "body", note.body(), "url", note.link(), "tag", note.tag()));
                for (var browser : browsers.of(note.member())) {
                    couriers.execute(() -> send(note.member(), browser, text));
                }
            }
        }
    }

    /** A browser belongs to who used it last. Within a transaction of the caller's. */
    public void add(MemberId member, Subscription browser, Instant now) {
        browsers.put(member, browser, now);
    }

    public void forget(MemberId member, String endpoint) {
        browsers.forget(member, endpoint);
    }

    /** In how many browsers the member wants them. */
    public int browsers(MemberId member) {
        return browsers.of(member).size();
    }

    private void send(MemberId member, Subscription browser, String text) {
        if (push.send(browser, text) == Outcome.GONE) {
            browsers.forget(member, browser.endpoint().toString());
        }
    }
}
