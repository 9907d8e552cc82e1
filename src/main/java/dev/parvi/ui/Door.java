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
 * @param beside other paths within the brand whose pages belong to it, so that it is lit there too
 */
public record Door(
        String key, String path, String icon, int order, boolean main, Set<String> roles, Set<String> beside) {

    public Door(String key, String path, String icon, int order, boolean main) {
        this(key, path, icon, order, main, Set.of());
    }

    public Door(String key, String path, String icon, int order, boolean main, Set<String> roles) {
        this(key, path, icon, order, main, roles, Set.of());
    }

    /** The same entry, which also stands for the pages under another path. */
    public Door with(String path) {
        return new Door(key, this.path, icon, order, main, roles, Set.of(path));
    }

    /** @param inBrand a path within the brand */
    boolean leadsTo(String inBrand) {
        return under(path, inBrand) || beside.stream().anyMatch(each -> under(each, inBrand));
    }

    private static boolean under(String above, String inBrand) {
        return inBrand.equals(above) || inBrand.startsWith(above + "/");
    }

    /** The duty it belongs to; see {@code order}. */
    public int duty() {
        return order / 100;
    }
}
