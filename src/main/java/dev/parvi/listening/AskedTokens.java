package dev.parvi.listening;

import dev.parvi.listening.Stemmed.Piece;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of a text that some stored query asks for, at their places in it. */
final class AskedTokens extends TokenStream {

    /** Between a title and what follows, so that no phrase reaches over. */
    static final int GAP = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> terms = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final String field;
    private final TopicWords words;
    private int place = -1;
    private int at;

    AskedTokens(String field, TopicWords words) {
        this.field = field;
        this.words = words;
    }

    /** @param stems whether stems are looked for, or the words as they are */
    AskedTokens add(List<Piece> pieces, boolean stems) {
        for (var piece : pieces) {
            place++;
            var sought = stems ? piece.stem() : piece.plain();
            if (words.asks(field, sought)) {
                keep(sought);
            }
            prefixes(piece.plain());
        }
        place += GAP;
        return this;
    }

    private void prefixes(String plain) {
        var longest = Math.min(plain.length(), TopicWords.longestPrefix());
        for (var length = TopicQuery.PREFIX; length <= longest; length++) {
            if (words.asks(length)) {
                var prefix = plain.substring(0, length) + "*";
                if (words.asks(field, prefix)) {
                    keep(prefix);
                }
            }
        }
    }

    private void keep(String sought) {
        terms.add(sought);
        places.add(place);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    @Override
    public void reset() {
        at = 0;
    }

    @Override
    public boolean incrementToken() {
        if (at == terms.size()) {
            return false;
        }
        clearAttributes();
        term.append(terms.get(at));
        step.setPositionIncrement(places.get(at) - (at == 0 ? -1 : places.get(at - 1)));
        at++;
        return true;
    }
}
