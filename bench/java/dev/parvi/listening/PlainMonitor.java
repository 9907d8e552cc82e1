package dev.parvi.listening;

import dev.parvi.listening.TopicClause.All;
import dev.parvi.listening.TopicClause.Any;
import dev.parvi.listening.TopicClause.Not;
import dev.parvi.listening.TopicClause.Phrase;
import dev.parvi.listening.TopicClause.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Lucene's Monitor as it comes: one field, words parted at blanks, its usual presearcher; no languages, no brands. */
final class PlainMonitor implements AutoCloseable {

    private final Monitor monitor;

    PlainMonitor() throws IOException {
        monitor = new Monitor(new WhitespaceAnalyzer(), new TermFilteredPresearcher());
    }

    void put(List<TopicQuery> queries) throws IOException {
        var made = new ArrayList<MonitorQuery>();
        for (var query : queries) {
            made.add(new MonitorQuery(Integer.toString(made.size()), query(query.clause())));
        }
        monitor.register(made);
    }

    int match(String post) throws IOException {
        var document = new Document();
        document.add(new TextField("t", post, Field.Store.NO));
        return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
    }

    private static Query query(TopicClause clause) {
        return switch (clause) {
            case Word word -> new TermQuery(new Term("t", word.text()));
            case Phrase phrase -> new PhraseQuery("t", phrase.text().split(" "));
            case All all -> joined(all.parts(), Occur.MUST);
            case Any any -> joined(any.parts(), Occur.SHOULD);
            default -> throw new IllegalArgumentException(clause.printed());
        };
    }

    private static Query joined(List<TopicClause> parts, Occur how) {
        var joined = new BooleanQuery.Builder();
        for (var part : parts) {
            if (part instanceof Not not) {
                joined.add(query(not.part()), Occur.MUST_NOT);
            } else {
                joined.add(query(part), how);
            }
        }
        return joined.build();
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}
