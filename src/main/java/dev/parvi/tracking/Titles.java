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
    record Title(String text, String path) {

        /** So many signs are shown. */
        private static final int LONGEST = 80;

        /** In one line; with an ellipsis where there's more than is shown. */
        public static Title of(String text, String path) {
            var line = text.strip().replaceAll("\\s+", " ");
            if (line.codePointCount(0, line.length()) <= LONGEST) {
                return new Title(line, path);
            }
            return new Title(
                    line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…", path);
        }
    }

    /** @return those that are known here; nothing for what is another room's */
    Map<String, Title> of(By by, Collection<String> keys);
}
