package dev.parvi.listening;

import dev.parvi.listening.TopicClause.All;
import dev.parvi.listening.TopicClause.Any;
import dev.parvi.listening.TopicClause.Not;
import dev.parvi.listening.TopicClause.Phrase;
import dev.parvi.listening.TopicClause.Site;
import dev.parvi.listening.TopicClause.Spoken;
import dev.parvi.listening.TopicClause.Where;
import dev.parvi.listening.TopicClause.Word;
import dev.parvi.listening.TopicWords.Asked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * A topic's query as Lucene understands it, for items of one way of speaking: since their words are stemmed alike, each word of the
 * query becomes one term. What the language decides is decided here and costs nothing later.
 *
 * @param query null where no such item can match
 */
record Compiled(@Nullable Query query, Set<Asked> asked) {

    static final String WORDS = "w";
    static final String TITLE = "t";
    static final String SOURCE = "s";
    static final String SITE = "h";
    static final String LANGUAGE = "l";

    private static final Query ALL = new MatchAllDocsQuery();
    private static final Query NONE = new MatchNoDocsQuery();

    static Compiled of(TopicQuery query, Speech speech, Stemmed stemmed) {
        var compiler = new Compiler(speech, stemmed, new HashSet<>());
        var made = compiler.of(query.clause());
        return made == NONE ? new Compiled(null, Set.of()) : new Compiled(made, Set.copyOf(compiler.asked));
    }

    private record Compiler(Speech speech, Stemmed stemmed, Set<Asked> asked) {

        private Query of(TopicClause clause) {
            return switch (clause) {
                case Word word
                when word.open() ->
                    term(
                            field(word.where()),
                            Stemmed.plain(word.text()).getFirst().plain() + "*");
                case Word word -> words(word.where(), word.text(), 0);
                case Phrase phrase -> words(phrase.where(), phrase.text(), phrase.apart());
                case Spoken spoken -> spoken(spoken.code());
                case Site site -> term(SITE, site.host());
                case Not not -> negated(of(not.part()));
                case All all -> all(all.parts());
                case Any any -> any(any.parts());
            };
        }

        /** Finnish and English items are matched apart from all others, so there it's known. */
        private Query spoken(String code) {
            return Speech.of(code) != speech ? NONE : speech == Speech.OTHER ? term(LANGUAGE, code) : ALL;
        }

        private Query words(Where where, String text, int apart) {
            var stems = where != Where.SOURCE;
            var field = field(where);
            var terms = stemmed.of(text, speech).stream()
                    .map(piece -> stems ? piece.stem() : piece.plain())
                    .toList();
            terms.forEach(each -> asked.add(new Asked(field, each)));
            if (terms.size() == 1) {
                return new TermQuery(new Term(field, terms.getFirst()));
            }
            return new PhraseQuery(apart, field, terms.toArray(String[]::new));
        }

        private Query term(String field, String text) {
            asked.add(new Asked(field, text));
            return new TermQuery(new Term(field, text));
        }

        private static String field(Where where) {
            return switch (where) {
                case ANYWHERE -> WORDS;
                case TITLE -> TITLE;
                case SOURCE -> SOURCE;
            };
        }

        private Query all(List<TopicClause> parts) {
            var must = new ArrayList<Query>();
            var not = new ArrayList<Query>();
            for (var part : parts) {
                var made = of(part instanceof Not negation ? negation.part() : part);
                if (part instanceof Not) {
                    not.add(made);
                } else {
                    must.add(made);
                }
            }
            must.removeIf(each -> each == ALL);
            not.removeIf(each -> each == NONE);
            if (must.contains(NONE) || not.contains(ALL)) {
                return NONE;
            }
            return joined(must, not);
        }

        private static Query joined(List<Query> must, List<Query> not) {
            if (not.isEmpty() && must.size() < 2) {
                return must.isEmpty() ? ALL : must.getFirst();
            }
            var joined = new BooleanQuery.Builder();
            if (must.isEmpty()) {
                joined.add(ALL, Occur.FILTER);
            }
            must.forEach(each -> joined.add(each, Occur.FILTER));
            not.forEach(each -> joined.add(each, Occur.MUST_NOT));
            return joined.build();
        }

        private Query any(List<TopicClause> parts) {
            var made = new ArrayList<Query>();
            parts.forEach(part -> made.add(of(part)));
            made.removeIf(each -> each == NONE);
            if (made.isEmpty() || made.contains(ALL)) {
                return made.isEmpty() ? NONE : ALL;
            }
            if (made.size() == 1) {
                return made.getFirst();
            }
            var any = new BooleanQuery.Builder();
            made.forEach(each -> any.add(each, Occur.SHOULD));
            return any.build();
        }

        private static Query negated(Query part) {
            if (part == ALL || part == NONE) {
                return part == ALL ? NONE : ALL;
            }
            return new BooleanQuery.Builder()
                    .add(ALL, Occur.FILTER)
                    .add(part, Occur.MUST_NOT)
                    .build();
        }
    }
}
