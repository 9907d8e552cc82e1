package dev.parvi.listening;

import dev.parvi.listening.Stemmed.Piece;
import dev.parvi.listening.TopicClause.All;
import dev.parvi.listening.TopicClause.Any;
import dev.parvi.listening.TopicClause.Not;
import dev.parvi.listening.TopicClause.Phrase;
import dev.parvi.listening.TopicClause.Site;
import dev.parvi.listening.TopicClause.Spoken;
import dev.parvi.listening.TopicClause.Where;
import dev.parvi.listening.TopicClause.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows where in a text a query finds its words. */
final class TopicMarks {

    /** In UTF-16 units. */
    private static final int EXCERPT = 260;

    private static final int BEFORE = 80;

    private final Stemmed stemmed = new Stemmed();
    private final List<TopicClause> sought;

    TopicMarks(TopicQuery query) {
        this.sought = sought(query.clause()).toList();
    }

    /** What isn't to be there can't be shown. */
    private static Stream<TopicClause> sought(TopicClause clause) {
        return switch (clause) {
            case Word word -> word.where() == Where.SOURCE ? Stream.of() : Stream.of(word);
            case Phrase phrase -> phrase.where() == Where.SOURCE ? Stream.of() : Stream.of(phrase);
            case Spoken spoken -> Stream.of();
            case Site site -> Stream.of();
            case Not not -> Stream.of();
            case All all -> all.parts().stream().flatMap(TopicMarks::sought);
            case Any any -> any.parts().stream().flatMap(TopicMarks::sought);
        };
    }

    List<Marked> title(Matchable item) {
        return marked(item.title(), 0, item.title().length(), found(item.title(), item.speech()));
    }

    /** The words around the first place; the beginning where there is none. */
    List<Marked> excerpt(Matchable item) {
        var text = item.words();
        var found = found(text, item.speech());
        var first = found.isEmpty() ? 0 : found.getFirst().from();
        var from = first <= BEFORE ? 0 : blank(text, first - BEFORE);
        var to = text.length() - from <= EXCERPT ? text.length() : blank(text, from + EXCERPT);
        var marked = new ArrayList<Marked>();
        if (from > 0) {
            marked.add(new Marked("… ", false));
        }
        marked.addAll(marked(text, from, to, found));
        if (to < text.length()) {
            marked.add(new Marked(" …", false));
        }
        return marked;
    }

    /** The next blank from there on; the place itself, save within a sign of two units, where none comes soon. */
    private static int blank(String text, int from) {
        var at = text.indexOf(' ', from);
        if (at >= 0 && at - from < BEFORE) {
            return at;
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static List<Marked> marked(String text, int from, int to, List<Piece> found) {
        var marked = new ArrayList<Marked>();
        var at = from;
        for (var piece : found) {
            if (piece.from() >= at && piece.to() <= to) {
                if (piece.from() > at) {
                    marked.add(new Marked(text.substring(at, piece.from()), false));
                }
                marked.add(new Marked(text.substring(piece.from(), piece.to()), true));
                at = piece.to();
            }
        }
        if (at < to) {
            marked.add(new Marked(text.substring(at, to), false));
        }
        return marked;
    }

    private List<Piece> found(String text, Speech speech) {
        var pieces = stemmed.of(text, speech);
        var found = new boolean[pieces.size()];
        for (var each : sought) {
            switch (each) {
                case Word word
                when word.open() ->
                    begins(pieces, Stemmed.plain(word.text()).getFirst().plain(), found);
                case Word word -> row(pieces, stems(word.text(), speech), found);
                case Phrase phrase
                when phrase.apart() > 0 ->
                    stems(phrase.text(), speech).forEach(stem -> row(pieces, List.of(stem), found));
                case Phrase phrase -> row(pieces, stems(phrase.text(), speech), found);
                default -> throw new IllegalStateException("never sought: " + each);
            }
        }
        var kept = new ArrayList<Piece>();
        for (var i = 0; i < found.length; i++) {
            if (found[i]) {
                kept.add(pieces.get(i));
            }
        }
        return kept;
    }

    private List<String> stems(String text, Speech speech) {
        return stemmed.of(text, speech).stream().map(Piece::stem).toList();
    }

    private static void begins(List<Piece> pieces, String prefix, boolean[] found) {
        for (var i = 0; i < found.length; i++) {
            found[i] |= pieces.get(i).plain().startsWith(prefix);
        }
    }

    private static void row(List<Piece> pieces, List<String> stems, boolean[] found) {
        for (var i = 0; i + stems.size() <= found.length; i++) {
            var at = i;
            var same = true;
            for (var k = 0; k < stems.size() && same; k++) {
                same = pieces.get(at + k).stem().equals(stems.get(k));
            }
            for (var k = 0; k < stems.size() && same; k++) {
                found[at + k] = true;
            }
        }
    }
}
