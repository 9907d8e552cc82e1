package dev.parvi.listening;

import java.util.ArrayList;
import java.util.List;

/**
 * An item as far as topics look at it.
 *
 * @param language an ISO 639-1 code; empty where it isn't known
 * @param host of its address; may be empty
 * @param source the name of its source
 */
record Matchable(long id, String title, String words, String language, String host, String source) {

    Speech speech() {
        return Speech.of(language);
    }

    /** Its host and those above it: news.yle.fi, yle.fi. */
    List<String> sites() {
        var sites = new ArrayList<String>();
        for (var at = 0; host.indexOf('.', at) > 0; at = host.indexOf('.', at) + 1) {
            sites.add(host.substring(at));
        }
        return sites;
    }
}
