package dev.parvi.connector.bluesky;

import dev.parvi.connector.Fault;
import dev.parvi.connector.LinkCards;
import dev.parvi.connector.Message;
import dev.parvi.connector.Previews;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.shared.BrandId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a post carries below its text: pictures, or a link's card, and a quoted post. */
@Component
final class Embeds {

    /** Limits of app.bsky.embed.images and app.bsky.embed.external, November 2026. */
    static final int PICTURE_BYTES = 2_000_000;

    static final int PICTURE_PIXELS = 2_000;
    static final int PICTURES_MOST = 4;
    private static final int THUMB_BYTES = 1_000_000;
    private static final int THUMB_PIXELS = 1_200;
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Duration CARD_MOST = Duration.ofSeconds(8);

    private final Pictures pictures;
    private final LinkCards cards;

    Embeds(Pictures pictures, LinkCards cards) {
        this.pictures = pictures;
        this.cards = cards;
    }

    Optional<ObjectNode> of(Session session, Message message) throws Unfulfilled {
        var media = media(session, message);
        if (message.quote() == null) {
            return media;
        }
        var quote = Xrpc.object().put("$type", "app.bsky.embed.record");
        quote.set("record", quoted(session, message.quote()));
        if (media.isEmpty()) {
            return Optional.of(quote);
        }
        var both = Xrpc.object().put("$type", "app.bsky.embed.recordWithMedia");
        both.set("record", quote);
        both.set("media", media.get());
        return Optional.of(both);
    }

    private Optional<ObjectNode> media(Session session, Message message) throws Unfulfilled {
        if (!message.pictures().isEmpty()) {
            return Optional.of(images(session, message));
        }
        var link = message.link();
        return link != null && WEB.contains(String.valueOf(link.getScheme()))
                ? Optional.of(card(session, link))
                : Optional.empty();
    }

    private ObjectNode images(Session session, Message message) throws Unfulfilled {
        var embed = Xrpc.object().put("$type", "app.bsky.embed.images");
        var images = embed.putArray("images");
        for (var picture : message.pictures()) {
            var shrunk = shrunk(session.access().brand(), picture, PICTURE_BYTES, PICTURE_PIXELS);
            var image = images.addObject().put("alt", picture.alt());
            image.set("image", blob(session, shrunk));
            image.putObject("aspectRatio").put("width", shrunk.width()).put("height", shrunk.height());
        }
        return embed;
    }

    /** A page that can't be read still gets a card: the link may stand nowhere else in the post. */
    private ObjectNode card(Session session, URI link) throws Unfulfilled {
        var brand = session.access().brand();
        var card = cards.read(brand, link, session.deadline().left(CARD_MOST)).orElseGet(() -> LinkCards.bare(link));
        var embed = Xrpc.object().put("$type", "app.bsky.embed.external");
        var external = embed.putObject("external")
                .put("uri", card.address())
                .put("title", card.title())
                .put("description", card.description());
        thumb(session, card).ifPresent(thumb -> external.set("thumb", thumb));
        return embed;
    }

    /** A thumb is an extra: one that can't be shrunk or is refused is left out. */
    private Optional<JsonNode> thumb(Session session, Previews.Card card) throws Unfulfilled {
        if (card.pictureHash() == null) {
            return Optional.empty();
        }
        try {
            var whole = new Message.Picture(card.pictureHash(), "", 0, 0, "", null);
            return Optional.of(blob(session, shrunk(session.access().brand(), whole, THUMB_BYTES, THUMB_PIXELS)));
        } catch (Unfulfilled e) {
            if (e.kind() == Kind.REFUSED || e.fault().code().equals("picture")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Pictures.Shrunk shrunk(BrandId brand, Message.Picture picture, int bytes, int pixels) throws Unfulfilled {
        try {
            return pictures.within(brand, picture, bytes, pixels);
        } catch (IOException e) {
            var said = e.getMessage() == null ? "" : e.getMessage();
            throw new Unfulfilled(Kind.AWAY, "", new Fault("picture", said), Duration.ofMinutes(1));
        }
    }

    private static JsonNode blob(Session session, Pictures.Shrunk picture) throws Unfulfilled {
        var blob = session.upload(picture.bytes(), picture.type()).path("blob");
        if (!blob.isObject()) {
            throw Unfulfilled.garbage("an upload without a blob");
        }
        return blob;
    }

    private static JsonNode quoted(Session session, URI address) throws Unfulfilled {
        var name = Posts.named(address)
                .orElseThrow(() -> new Unfulfilled(Kind.REFUSED, new Fault("bluesky.quote", address.toString())));
        if (name.repository().startsWith("did:")) {
            return Posts.reference(session, name);
        }
        var handle = Map.of("handle", name.repository());
        var did = session.look("com.atproto.identity.resolveHandle", handle, session.deadline())
                .path("did")
                .asString("");
        return Posts.reference(session, new Posts.Name(did, name.collection(), name.key()));
    }
}
