package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Lists of feeds as readers exchange them: OPML 1 and 2, whatever else they hold left out. */
final class Opml {

    /** Of one list. */
    static final int MOST = 10_000;

    private static final int DEPTH = 10;

    private Opml() {}

    /** @param topics the folders that it lies in, outermost first, and its categories */
    record Outline(String title, String address, String site, List<String> topics) {}

    /** @throws NotRead where there is no list of feeds in it */
    static List<Outline> read(byte[] bytes) throws NotRead {
        var text = Decoded.text(bytes, null);
        var root = Parser.xmlParser().parseInput(text, "").selectFirst("opml, OPML");
        if (root == null) {
            throw new NotRead(text.isBlank() ? Reason.EMPTY : Reason.NO_FEED, "OPML");
        }
        var found = new ArrayList<Outline>();
        for (var child : root.select("> body > outline, > outline")) {
            collect(child, List.of(), found);
        }
        if (found.isEmpty()) {
            throw new NotRead(Reason.EMPTY, "OPML");
        }
        return found;
    }

    private static void collect(Element outline, List<String> folders, List<Outline> found) {
        var address = attribute(outline, "xmlurl");
        var title = Sound.line(name(outline), Fresh.NAME);
        if (!address.isEmpty() && found.size() < MOST) {
            var topics = new ArrayList<>(folders);
            Arrays.stream(attribute(outline, "category").split(","))
                    .map(each -> each.replaceFirst("^/", "").strip())
                    .forEach(topics::add);
            found.add(new Outline(title, address.strip(), attribute(outline, "htmlurl"), Tags.of(topics)));
        }
        if (folders.size() < DEPTH) {
            var inner = new ArrayList<>(folders);
            if (address.isEmpty() && !title.isEmpty()) {
                inner.add(title);
            }
            outline.children().forEach(child -> collect(child, inner, found));
        }
    }

    private static String name(Element outline) {
        var text = attribute(outline, "text");
        return text.isBlank() ? attribute(outline, "title") : text;
    }

    /** Names of attributes differ in capitals from reader to reader. */
    private static String attribute(Element outline, String name) {
        return outline.attributes().getIgnoreCase(name);
    }

    /** Feeds only, in a folder of their first topic each. */
    static String write(String title, List<Source> sources) {
        var folders = new LinkedHashMap<String, List<Source>>();
        for (var source : sources) {
            if (source.kind() == Kind.FEED) {
                var folder = source.topics().isEmpty() ? "" : source.topics().getFirst();
                folders.computeIfAbsent(folder, key -> new ArrayList<>()).add(source);
            }
        }
        var text = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>")
                .append(Entities.escape(title))
                .append("</title></head>\n<body>\n");
        folders.forEach((folder, list) -> {
            if (!folder.isEmpty()) {
                text.append("<outline text=\"").append(quoted(folder)).append("\">\n");
            }
            list.forEach(source -> outline(text, source));
            if (!folder.isEmpty()) {
                text.append("</outline>\n");
            }
        });
        return text.append("</body>\n</opml>\n").toString();
    }

    private static void outline(StringBuilder text, Source source) {
        text.append("<outline type=\"rss\" text=\"").append(quoted(source.name()));
        text.append("\" xmlUrl=\"").append(quoted(source.address()));
        if (!source.site().isEmpty()) {
            text.append("\" htmlUrl=\"").append(quoted(source.site()));
        }
        if (source.topics().size() > 1) {
            text.append("\" category=\"").append(quoted(String.join(",", source.topics())));
        }
        text.append("\"/>\n");
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
