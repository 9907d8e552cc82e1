package dev.parvi.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post on its way to the page.
 *
 * @param title empty for none
 * @param quote the card of a post that is quoted; one of this page is shown as it stands then
 * @param language a BCP 47 tag; empty for the page's own
 * @param at when it says that it was published
 * @param parent the part of a thread that it follows
 */
public record PostDraft(
        String title,
        String text,
        List<Picture> pictures,
        @Nullable Card card,
        @Nullable Card quote,
        List<String> tags,
        String language,
        Instant at,
        @Nullable Long parent) {

    public static PostDraft of(String text, Instant at) {
        return new PostDraft("", text, List.of(), null, null, List.of(), "", at, null);
    }
}
