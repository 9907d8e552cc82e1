package dev.parvi.connector;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Draws a message as the network would show it. */
public interface Previews {

    /**
     * The view's name of the JTE template in the connector's own folder. It has two parameters, {@code Drawing drawing} and
     * {@code Frame frame}; a style sheet named {@code preview.css} stands beside it.
     */
    String template();

    Drawing draw(Message message, @Nullable Card card);

    /**
     * What stands around the message: whose account it is and where the pictures are.
     *
     * @param when the time as the reader sees it, empty for now
     * @param pictures the address of a picture, by its hash
     */
    record Frame(String name, String handle, String when, UnaryOperator<String> pictures) {

        /** What is drawn in place of a portrait. */
        public String initial() {
            var said = name.isBlank() ? handle : name;
            return said.isEmpty() ? "?" : new String(Character.toChars(Character.toUpperCase(said.codePointAt(0))));
        }
    }

    /** A link's card: what the page behind it says of itself. */
    record Card(
            String address,
            String host,
            String title,
            String description,
            @Nullable String pictureHash) {}

    /**
     * Text cut into pieces, and what stands below it.
     *
     * @param message what is drawn, for what else the network shows of it: a title, tags, a quote
     */
    record Drawing(
            Message message,
            List<Piece> text,
            List<Message.Picture> pictures,
            @Nullable Card card) {}

    /** A run of text; {@code href} is empty where it is plain. */
    record Piece(String text, String href) {}
}
