package dev.parvi.page.web;

import dev.parvi.page.Card;
import dev.parvi.page.Drawn;
import dev.parvi.page.PagePost;
import dev.parvi.page.Picture;
import dev.parvi.page.Site;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws posts with the addresses they have on their page. */
public final class Drawing {

    private static final int LARGE = 1_600;
    private static final int[] WIDTHS = {400, 800, LARGE};

    private Drawing() {}

    /** @param gone what is said in place of a quoted post that was deleted */
    public static Drawn of(Site site, PagePost post, String gone) {
        return new Drawn(
                post.title(),
                post.prose(),
                post.pictures().stream().map(picture -> shown(site, picture)).toList(),
                post.card() == null ? null : linked(site, post.card()),
                quote(site, post, gone),
                post.tags(),
                post.language());
    }

    /** Where a picture is, at most 1,600 pixels wide; one that may move comes as it is. */
    static String address(Site site, Picture picture) {
        return site.at("/media/" + picture.hash() + (moving(picture) ? "" : "?w=" + LARGE));
    }

    private static boolean moving(Picture picture) {
        return picture.type().equals("image/gif");
    }

    private static Drawn.Shown shown(Site site, Picture picture) {
        return new Drawn.Shown(
                address(site, picture),
                moving(picture) ? "" : sources(site, picture),
                picture.width(),
                picture.height(),
                picture.alt(),
                "");
    }

    private static String sources(Site site, Picture picture) {
        return IntStream.of(WIDTHS)
                .filter(width -> width == WIDTHS[0] || width < 2 * picture.width())
                .mapToObj(width -> site.at("/media/" + picture.hash() + "?w=" + width) + " "
                        + Math.min(width, picture.width()) + "w")
                .collect(Collectors.joining(", "));
    }

    private static Drawn.Linked linked(Site site, Card card) {
        var picture = card.picture() == null ? "" : site.at("/media/" + card.picture() + "?w=800");
        return new Drawn.Linked(card.address(), card.host(), card.title(), card.description(), picture);
    }

    private static Drawn.@Nullable Linked quote(Site site, PagePost post, String gone) {
        var quoted = post.quoted();
        if (quoted != null) {
            var title = quoted.title();
            return new Drawn.Linked(
                    site.at("/" + quoted.slug()),
                    site.name(),
                    title.isBlank() ? quoted.summary() : title,
                    title.isBlank() ? "" : quoted.summary(),
                    "");
        }
        var quote = post.quote();
        if (quote == null) {
            return null;
        }
        return quote.title().isEmpty() ? new Drawn.Linked("", "", gone, "", "") : linked(site, quote);
    }
}
