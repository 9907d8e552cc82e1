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
 */
public record Wording(String title, String text, List<String> parts, List<String> comments, String link) {

    public Wording {
        parts = List.copyOf(parts);
        comments = List.copyOf(comments);
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
                link.strip());
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }

    public boolean blank() {
        return title.isBlank()
                && text.isBlank()
                && link.isBlank()
                && parts.stream().allMatch(String::isBlank)
                && comments.stream().allMatch(String::isBlank);
    }
}
