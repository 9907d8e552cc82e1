package dev.parvi.listening.web.sources;

import dev.parvi.listening.Discovered;
import org.jspecify.annotations.Nullable;

/**
 * Adding a source by its address, as far as it has come.
 *
 * @param address as typed
 * @param selector where on a page is looked, as typed
 * @param found what is there; null where nobody has looked
 */
public record Adding(
        String address, String selector, @Nullable Discovered found) {

    public static final Adding NOTHING = new Adding("", "", null);
}
