package dev.parvi.page;

import java.util.List;

/** What another room keeps of the brand's visitors: told on the page about the brand, in the scope of whose it is. */
public interface Kept {

    /**
     * A sentence, by its key.
     *
     * @param words in it: name, value, name, value …
     */
    record Line(String key, List<Object> words) {

        public Line {
            words = List.copyOf(words);
        }
    }

    /** Empty for nothing. */
    List<Line> lines();
}
