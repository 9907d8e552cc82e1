package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.LinkCards;
import dev.parvi.connector.TestLinkCards;
import dev.parvi.platform.MediaStore;
import dev.parvi.platform.OpenPlatform;
import dev.parvi.platform.Outbound;
import java.nio.file.Path;
import java.time.Clock;

/** The connector put together by hand, on the real outbound client. */
final class BlueskyParts {

    static final Outbound OUTBOUND = OpenPlatform.outbound();
    static final MediaStore MEDIA = OpenPlatform.media(Path.of("target", "test-media"));

    private BlueskyParts() {}

    static Bluesky connector(Clock clock) {
        var xrpc = new Xrpc(OUTBOUND, clock);
        LinkCards cards = TestLinkCards.of(OUTBOUND, MEDIA);
        var listening = new Listening(
                xrpc, new Notices(xrpc, new Chats(), clock), new Threads(xrpc), new Gates(clock), new Blocks(clock));
        return new Bluesky(
                new SigningIn(xrpc),
                new Posting(xrpc, new Records(new Embeds(new Pictures(MEDIA), cards))),
                listening,
                new Seeking(xrpc, clock),
                new Jetstream(OpenPlatform.streams(), ""),
                new Graph(xrpc));
    }

    static Connector connector() {
        return connector(Clock.systemUTC());
    }
}
