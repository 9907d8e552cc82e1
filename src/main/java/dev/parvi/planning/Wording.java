package dev.parvi.planning;

import java.util.List;

/**
 * What is said, as somebody typed it.
 *
 * @param title for networks that have titles
 * @param text the first or only part
 * @param parts those of its thread that follow, in order
 * @param comments first comments below it, in order
 * @param link as typed; it may not be an address yet
 * @param excerpt for networks that list posts by one
 * @param category one name or several, separated by commas
 * @param tracked whether its links are made ones whose visitors are counted
 */
public record Wording(
        String title,
        String text,
        List<String> parts,
        List<String> comments,
        String link,
        String excerpt,
        String category,
        boolean tracked) {

    public Wording {
        parts = List.copyOf(parts);
        comments = List.copyOf(comments);
    }

    public Wording(String title, String text, List<String> parts, List<String> comments, String link) {
        this(title, text, parts, comments, link, "", "", false);
    }

    public Wording(
            String title,
            String text,
            List<String> parts,
            List<String> comments,
            String link,
            String excerpt,
            String category) {
        this(title, text, parts, comments, link, excerpt, category, false);
    }

    public static Wording of(String text) {
        return new Wording("", text, List.of(), List.of(), "");
    }

    static Wording empty() {
        return of("");
    }

    /** Forms send line ends as CR LF. */
    Wording tidy() {
        return new Wording(
                title.strip(),
                lines(text),
                parts.stream().map(Wording::lines).toList(),
                comments.stream().map(Wording::lines).toList(),
                link.strip(),
                lines(excerpt).strip(),
                category.strip(),
                tracked);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }

    public Wording with(List<String> otherParts, List<String> otherComments) {
        return new Wording(title, text, otherParts, otherComments, link, excerpt, category, tracked);
    }

    /** The same with links whose visitors are counted. */
    public Wording withTrackedLinks() {
        return new Wording(title, text, parts, comments, link, excerpt, category, true);
    }

    public boolean blank() {
        return title.isBlank()
                && text.isBlank()
                && link.isBlank()
                && excerpt.isBlank()
                && category.isBlank()
                && parts.stream().allMatch(String::isBlank)
                && comments.stream().allMatch(String::isBlank);
    }
}
