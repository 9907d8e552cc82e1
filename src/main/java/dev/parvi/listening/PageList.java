package dev.parvi.listening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Finds what repeats on a page: elements that stand in the same kinds of elements, each with words of its own. */
final class PageList {

    /** Fewer aren't a list. */
    static final int FEWEST = 3;

    /** Shorter ones are menus: "About us", "Read more". */
    private static final int SHORTEST_TITLE = 14;

    private static final int COUNTED = 80;
    private static final int ANCESTORS = 5;
    private static final double HEADING = 1.5;

    private PageList() {}

    /** The links of the list that says most, in the page's order; none where there is no list. */
    static List<Element> links(Elements roots) {
        var groups = new LinkedHashMap<String, List<Element>>();
        for (var link : roots.select("a[href]")) {
            if (title(link).length() >= SHORTEST_TITLE && Links.web(link.absUrl("href"))) {
                groups.computeIfAbsent(shape(link), key -> new ArrayList<>()).add(link);
            }
        }
        return best(groups.values());
    }

    /** Headings of one kind with different words; none where there are few. */
    static List<Element> headings(Elements roots) {
        for (var level : List.of("h2", "h3", "h4")) {
            var headings = roots.select(level).stream()
                    .filter(heading -> heading.text().length() >= 4)
                    .toList();
            if (headings.size() >= FEWEST
                    && headings.stream().map(Element::text).distinct().count() == headings.size()) {
                return headings;
            }
        }
        return List.of();
    }

    /** The largest element that holds this link and no other one of the list. */
    static Element around(Element link, List<Element> list) {
        var others = new HashSet<>(list);
        others.removeIf(other -> other.absUrl("href").equals(link.absUrl("href")));
        var around = link;
        for (var parent = link.parent(); parent != null && !parent.nameIs("body"); parent = parent.parent()) {
            var candidate = parent;
            if (others.stream().anyMatch(other -> other.parents().contains(candidate))) {
                break;
            }
            around = parent;
        }
        return around;
    }

    private static List<Element> best(Collection<List<Element>> groups) {
        List<Element> best = List.of();
        var most = 0.0;
        for (var group : groups) {
            var different =
                    group.stream().map(link -> link.absUrl("href")).distinct().count();
            var score = group.stream().mapToDouble(PageList::worth).sum();
            if (different >= FEWEST && score > most) {
                most = score;
                best = group;
            }
        }
        return best;
    }

    private static double worth(Element link) {
        var length = Math.min(COUNTED, title(link).length());
        return headed(link) ? length * HEADING : length;
    }

    private static boolean headed(Element link) {
        return link.selectFirst("h1, h2, h3, h4, h5") != null || link.closest("h1, h2, h3, h4, h5") != null;
    }

    private static String title(Element link) {
        return link.text().strip();
    }

    /** What it stands in; numbers in names of classes differ from entry to entry. */
    private static String shape(Element link) {
        var shape = new StringBuilder(tag(link));
        var parent = link.parent();
        for (var i = 0; i < ANCESTORS && parent != null; i++) {
            shape.append('<').append(tag(parent));
            parent = parent.parent();
        }
        return shape.toString();
    }

    private static String tag(Element element) {
        var classes = element.classNames().stream().findFirst().orElse("");
        return element.nodeName() + "." + classes.toLowerCase(Locale.ROOT).replaceAll("\\d+", "0");
    }
}
