package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import dev.parvi.shared.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as it's added.
 *
 * @param name what a member calls it; empty: as it calls itself
 * @param title what it calls itself, as far as that's known
 * @param selector of a page: where on it is looked; empty: found by itself
 */
public record NewSource(
        Kind kind,
        @Nullable AccountId account,
        String address,
        String name,
        String title,
        String site,
        String language,
        List<String> topics,
        String selector) {

    public static NewSource feed(String address, String title, List<String> topics) {
        return new NewSource(Kind.FEED, null, address, "", title, "", "", topics, "");
    }

    public static NewSource page(String address, String selector) {
        return new NewSource(Kind.PAGE, null, address, "", "", address, "", List.of(), selector);
    }

    /** @param address what the connector needs to know, such as an account, a tag or the words of a search */
    public static NewSource network(@Nullable AccountId account, String address, String title) {
        return new NewSource(Kind.NETWORK, account, address, "", title, "", "", List.of(), "");
    }
}
