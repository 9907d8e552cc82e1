package dev.parvi.listening;

import dev.parvi.shared.BrandId;
import java.util.List;

/**
 * Who does something with what came in: a bean, called in {@code @Order} in the transaction that stored the items, in the scope of
 * their brand. Slow work doesn't belong here: put the items on the {@link Backlog} and do it in a pass of its own.
 */
interface Follower {

    /** @param items new, never edits; at least one */
    void arrived(BrandId brand, List<Item> items);

    /** Title or words of these have changed. */
    default void edited(BrandId brand, List<Item> items) {}
}
