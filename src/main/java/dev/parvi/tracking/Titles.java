package dev.parvi.tracking;

import java.util.Collection;
import java.util.Map;

/** Says what the numbers of another room are called; the rooms to the right implement it for what is theirs. */
public interface Titles {

    /**
     * What it's called, and where it is within the brand.
     *
     * @param path beginning with a slash
     */
    record Title(String text, String path) {}

    /** @return those that are known here; nothing for what is another room's */
    Map<String, Title> of(By by, Collection<String> keys);
}
