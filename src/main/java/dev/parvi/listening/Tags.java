package dev.parvi.listening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Free words by which members sort sources. */
final class Tags {

    /** Of one source. */
    static final int MOST = 20;

    private static final int LENGTH = 60;

    private Tags() {}

    /** In the order given, each once whatever its capitals. */
    static List<String> of(List<String> words) {
        var kept = new LinkedHashMap<String, String>();
        for (var word : words) {
            var tag = Sound.line(word, LENGTH);
            if (!tag.isEmpty() && kept.size() < MOST) {
                kept.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
            }
        }
        return List.copyOf(kept.values());
    }
}
