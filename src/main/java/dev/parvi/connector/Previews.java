package dev.parvi.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a message as the network would show it. */
public interface Previews {

    /** The template in the connector's own folder that draws a {@link Drawing}. */
    String template();

    Drawing draw(Message message, @Nullable Card card);

    /** A link's card: what the page behind it says of itself. */
    record Card(
            String address,
            String host,
            String title,
            String description,
            @Nullable String pictureHash) {}

    /** Text cut into pieces, and what stands below it. */
    record Drawing(
            List<Piece> text,
            List<Message.Picture> pictures,
            @Nullable Card card) {}

    /** A run of text; {@code href} is empty where it is plain. */
    record Piece(String text, String href) {}
}
