package dev.parvi.connector.page;

import dev.parvi.connector.LinkCards;
import dev.parvi.connector.Message;
import dev.parvi.connector.Previews.Card;
import dev.parvi.connector.Previews.Drawing;
import dev.parvi.connector.Previews.Piece;
import dev.parvi.page.Drawn;
import dev.parvi.page.Prose;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Draws a message as the page will show it. */
public final class Drawings {

    private Drawings() {}

    static Drawing of(Message message, @Nullable Card card) {
        var pieces = Prose.of(message.text()).paragraphs().stream()
                .flatMap(List::stream)
                .map(run -> new Piece(run.text(), run.href()))
                .toList();
        return new Drawing(
                message, pieces, message.pictures(), message.pictures().isEmpty() ? card : null);
    }

    /** The drawing as the page's own template takes it. */
    public static Drawn drawn(Drawing drawing, UnaryOperator<String> pictures) {
        var message = drawing.message();
        return new Drawn(
                message.title().strip(),
                Prose.of(message.text()),
                drawing.pictures().stream().map(each -> shown(each, pictures)).toList(),
                drawing.card() == null ? null : card(drawing.card(), pictures),
                message.quote() == null ? null : card(LinkCards.bare(message.quote()), pictures),
                message.tags(),
                message.languages().isEmpty() ? "" : message.languages().getFirst());
    }

    private static Drawn.Shown shown(Message.Picture picture, UnaryOperator<String> pictures) {
        return new Drawn.Shown(
                pictures.apply(picture.hash()),
                "",
                picture.width(),
                picture.height(),
                picture.alt(),
                picture.crop() == null ? "" : picture.viewBox());
    }

    private static Drawn.Linked card(Card card, UnaryOperator<String> pictures) {
        var picture = card.pictureHash();
        return new Drawn.Linked(
                card.address(),
                card.host(),
                card.title(),
                card.description(),
                picture == null ? "" : pictures.apply(picture));
    }
}
