package dev.parvi.ui;

import java.util.Set;

/**
 * An entry of the navigation; each room hangs its own up as a bean. The label is the message {@code door.<key>}.
 *
 * @param path within the brand, beginning with a slash: {@code /calendar}
 * @param icon a name of {@link Icons}
 * @param order where it stands, lowest first; the hundreds are the duties of the day: 0 today, 1 community, 2 news, 3 content, 4 results, 5 the
 *     house
 * @param main whether it stands in the bar of a phone too (at most four), not only under "more"
 * @param roles who sees it, by role name; empty for everybody
 */
public record Door(String key, String path, String icon, int order, boolean main, Set<String> roles) {

    public Door(String key, String path, String icon, int order, boolean main) {
        this(key, path, icon, order, main, Set.of());
    }

    /** The duty it belongs to; see {@code order}. */
    public int duty() {
        return order / 100;
    }
}
