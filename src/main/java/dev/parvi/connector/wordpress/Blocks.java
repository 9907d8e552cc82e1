package dev.parvi.connector.wordpress;

import dev.parvi.connector.Previews;
import dev.parvi.connector.Previews.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain text as the blog's editor keeps it: a block for each paragraph. Nothing that was typed is ever taken for HTML,
 * for a block's comment, or for a shortcode (those begin with a square bracket and would run).
 */
final class Blocks {

    private static final Pattern PARAGRAPHS = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private Blocks() {}

    /** A picture that the blog keeps. */
    record Kept(long id, String address, String alt) {}

    static String of(String text, List<Kept> pictures, Previews.@Nullable Card card) {
        var blocks = new ArrayList<String>();
        paragraphs(text).map(Blocks::paragraph).forEach(blocks::add);
        pictures.stream().map(Blocks::picture).forEach(blocks::add);
        if (card != null && !Pieces.name(text, card.address())) {
            blocks.add(
                    "<!-- wp:paragraph -->\n<p>" + link(card.title(), card.address()) + "</p>\n<!-- /wp:paragraph -->");
        }
        return String.join("\n\n", blocks);
    }

    static Stream<String> paragraphs(String text) {
        return PARAGRAPHS.splitAsStream(text.strip()).filter(each -> !each.isBlank());
    }

    private static String paragraph(String text) {
        var written = Pieces.of(text.strip()).stream().map(Blocks::piece).collect(Collectors.joining());
        return "<!-- wp:paragraph -->\n<p>" + written.replace("\n", "<br>") + "</p>\n<!-- /wp:paragraph -->";
    }

    private static String piece(Piece piece) {
        return piece.href().isEmpty() ? plain(piece.text()) : link(piece.text(), piece.href());
    }

    private static String link(String text, String address) {
        return "<a href=\"" + plain(address) + "\">" + plain(text) + "</a>";
    }

    private static String picture(Kept picture) {
        return "<!-- wp:image {\"id\":" + picture.id() + ",\"sizeSlug\":\"large\"} -->\n"
                + "<figure class=\"wp-block-image size-large\"><img src=\"" + plain(picture.address()) + "\" alt=\""
                + plain(picture.alt()) + "\" class=\"wp-image-" + picture.id() + "\"/></figure>\n<!-- /wp:image -->";
    }

    /** Text that stays text in a title, an excerpt, a paragraph or an attribute. */
    static String plain(String text) {
        return words(text).replace("\"", "&quot;").replace("[", "&#91;").replace("]", "&#93;");
    }

    /** The same for a comment, where no shortcode runs. */
    static String words(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
