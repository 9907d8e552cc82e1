package dev.parvi.connector.bluesky;

import dev.parvi.connector.Message;
import dev.parvi.connector.Previews.Card;
import dev.parvi.connector.Previews.Drawing;
import dev.parvi.connector.Previews.Piece;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a message as the network's own app shows it. */
final class Drawings {

    private static final int PATH_MOST = 15;
    private static final int PATH_SHOWN = 13;

    private Drawings() {}

    static Drawing of(Message message, @Nullable Card card) {
        return new Drawing(
                message,
                pieces(message.text()),
                message.pictures(),
                message.pictures().isEmpty() ? card : null);
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (var facet : Facets.in(text)) {
            if (facet.start() > at) {
                pieces.add(new Piece(text.substring(at, facet.start()), ""));
            }
            pieces.add(piece(facet, text.substring(facet.start(), facet.end())));
            at = facet.end();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), ""));
        }
        return List.copyOf(pieces);
    }

    private static Piece piece(Facet facet, String said) {
        return switch (facet.kind()) {
            case LINK -> new Piece(shortened(said), facet.value());
            case MENTION -> new Piece(said, "https://bsky.app/profile/" + facet.value());
            case TAG ->
                new Piece(said, "https://bsky.app/hashtag/" + URLEncoder.encode(facet.value(), StandardCharsets.UTF_8));
        };
    }

    /** The app shows a link without its scheme, and no more than the first 13 characters of a long path. */
    private static String shortened(String said) {
        try {
            var uri = URI.create(said);
            if (uri.getHost() == null) {
                return said;
            }
            var path = said.substring(
                    said.indexOf(uri.getRawAuthority()) + uri.getRawAuthority().length());
            var shown = path.equals("/") ? "" : path;
            return uri.getRawAuthority()
                    + (shown.length() > PATH_MOST ? shown.substring(0, PATH_SHOWN) + "..." : shown);
        } catch (IllegalArgumentException e) {
            return said;
        }
    }
}
