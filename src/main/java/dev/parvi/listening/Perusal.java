package dev.parvi.listening;

import dev.parvi.shared.ItemId;

/**
 * An item as it's read here.
 *
 * @param html its body, sanitised: it can be put into a page as it is; empty where there is plain text only
 * @param answerable whether it was found on a network on which it can be answered
 */
public record Perusal(Item item, String source, String html, boolean answerable) {

    public ItemId id() {
        return item.id();
    }
}
