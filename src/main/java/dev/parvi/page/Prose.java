package dev.parvi.page;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text as it is read: paragraphs, line breaks kept, links that can be followed. Nothing in it is ever HTML. */
public record Prose(List<List<Run>> paragraphs) {

    private static final Pattern BLANK = Pattern.compile("\\R(?:[ \\t]*\\R)+");
    private static final Pattern LINK =
            Pattern.compile("(?<![\\p{L}\\p{N}@/.])(?:https?://|www\\.)[^\\s<>\"«»“”]+", Pattern.CASE_INSENSITIVE);
    private static final String CLOSING = ".,;:!?'…*_";

    /** A run of text; {@code href} is empty where it is plain. */
    public record Run(String text, String href) {}

    public static Prose of(String text) {
        return new Prose(Arrays.stream(BLANK.split(text.strip()))
                .filter(paragraph -> !paragraph.isBlank())
                .map(Prose::runs)
                .toList());
    }

    /** The text in one line, cut between words (within one that is too long) to {@code most} characters with an ellipsis. */
    public static String beginning(String text, int most) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        var words = BreakIterator.getWordInstance();
        words.setText(line);
        var end = words.preceding(most);
        if (end < most / 2) {
            var characters = BreakIterator.getCharacterInstance();
            characters.setText(line);
            end = characters.preceding(most);
        }
        return line.substring(0, end).strip() + "…";
    }

    /** Whether the text leads anywhere. */
    static boolean links(String text) {
        return LINK.matcher(text).find();
    }

    private static List<Run> runs(String paragraph) {
        var runs = new ArrayList<Run>();
        var link = LINK.matcher(paragraph);
        var at = 0;
        while (link.find()) {
            var end = end(paragraph, link.start(), link.end());
            plain(runs, paragraph.substring(at, link.start()));
            var said = paragraph.substring(link.start(), end);
            runs.add(new Run(shown(said), said.regionMatches(true, 0, "http", 0, 4) ? said : "https://" + said));
            at = end;
        }
        plain(runs, paragraph.substring(at));
        return List.copyOf(runs);
    }

    private static void plain(List<Run> runs, String text) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, ""));
        }
    }

    /** A full stop or a bracket after a link belongs to the sentence, a bracket opened within it to the link. */
    private static int end(String text, int start, int end) {
        var at = end;
        while (at > start) {
            var last = text.charAt(at - 1);
            var open = last == ')'
                    && text.substring(start, at).chars().filter(c -> c == '(').count()
                            < text.substring(start, at)
                                    .chars()
                                    .filter(c -> c == ')')
                                    .count();
            if (!open && CLOSING.indexOf(last) < 0 && last != ']') {
                break;
            }
            at--;
        }
        return at;
    }

    private static String shown(String link) {
        var bare = link.replaceFirst("(?i)^https?://(www\\.)?", "");
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
