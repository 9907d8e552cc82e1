package dev.parvi.planning;

import dev.parvi.listening.Told;
import dev.parvi.listening.Told.Telling;
import java.text.BreakIterator;
import java.util.Locale;

/** What a draft says of a story: its title, how who told it first begins, and who that is. All of it is to be written anew. */
final class NewsQuote {

    /** The most characters of the quote. */
    static final int LONGEST = 240;

    private NewsQuote() {}

    static String said(Told told) {
        var first = told.tellings().getFirst();
        var title = told.story().title().strip();
        var quote = quote(first);
        return quote.isEmpty() || quote.equals(title)
                ? title + " (" + first.name() + ")"
                : title + "\n\n“" + quote + "” — " + first.name();
    }

    /** Of the first that can be read somewhere; empty where none can. */
    static String link(Told told) {
        return told.tellings().stream()
                .map(each -> each.item().address())
                .filter(each -> Links.address(each).isPresent())
                .findFirst()
                .orElse("");
    }

    /** Whole sentences as far as they fit, else as many words. */
    static String quote(Telling telling) {
        var words = telling.item().words().strip().replaceAll("\\s+", " ");
        var title = telling.item().title().strip();
        var said = !title.isEmpty() && words.startsWith(title)
                ? words.substring(title.length()).strip()
                : words;
        if (said.length() <= LONGEST) {
            return said;
        }
        var locale = Locale.of(telling.item().language());
        var end = before(BreakIterator.getSentenceInstance(locale), said);
        if (end > LONGEST / 4) {
            return said.substring(0, end).strip();
        }
        return said.substring(0, before(BreakIterator.getWordInstance(locale), said))
                        .strip() + "…";
    }

    private static int before(BreakIterator breaks, String said) {
        breaks.setText(said);
        return Math.max(0, breaks.preceding(LONGEST));
    }
}
