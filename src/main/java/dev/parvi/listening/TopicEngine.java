package dev.parvi.listening;

import dev.parvi.shared.BrandId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.jspecify.annotations.Nullable;

/** The stored queries of all brands for items of one way of speaking, in memory. Safe for many threads. */
final class TopicEngine implements AutoCloseable {

    private static final String BRAND = "b";
    private static final int PURGE_HOURS = 1;
    /** From so many on it's cheaper to index items together than to look at each alone. */
    private static final int MANY = 100;
    /** So many topics to an item at most: an index is looked through by each of them. */
    private static final int TOPICS_AN_ITEM = 20;

    private final Speech speech;
    private final Monitor monitor;
    private final TopicWords words = new TopicWords();
    private final Map<String, Set<TopicWords.Asked>> registered = new ConcurrentHashMap<>();

    TopicEngine(Speech speech) {
        this.speech = speech;
        try {
            this.monitor = new Monitor(
                    new KeywordAnalyzer(),
                    new TermFilteredPresearcher(TermWeightor.DEFAULT, List.of(), Set.of(BRAND)),
                    new MonitorConfiguration().setPurgeFrequency(PURGE_HOURS, TimeUnit.HOURS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A topic by its number, whatever it was before. */
    record Stored(BrandId brand, long id, TopicQuery query) {}

    void put(Collection<Stored> topics) {
        var stemmed = new Stemmed();
        var queries = new ArrayList<MonitorQuery>();
        var gone = new ArrayList<Long>();
        for (var each : topics) {
            var compiled = Compiled.of(each.query(), speech, stemmed);
            if (compiled.query() == null) {
                gone.add(each.id());
            } else {
                note(Long.toString(each.id()), compiled.asked());
                queries.add(new MonitorQuery(
                        Long.toString(each.id()),
                        compiled.query(),
                        null,
                        Map.of(BRAND, each.brand().toString())));
            }
        }
        try {
            if (!queries.isEmpty()) {
                monitor.register(queries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drop(gone);
    }

    void drop(Collection<Long> topics) {
        var there = topics.stream()
                .map(topic -> Long.toString(topic))
                .filter(registered::containsKey)
                .toList();
        try {
            if (!there.isEmpty()) {
                monitor.deleteById(there);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        there.forEach(each -> note(each, Set.of()));
    }

    /** New words come before old ones go, so that none that is asked for is missing meanwhile. */
    private void note(String topic, Set<TopicWords.Asked> asked) {
        words.add(asked);
        var before = asked.isEmpty() ? registered.remove(topic) : registered.put(topic, asked);
        if (before != null) {
            words.drop(before);
        }
    }

    /** By item the numbers of the brand's topics that it matches; items that match none are left out. */
    Map<Long, List<Long>> match(BrandId brand, List<Matchable> items, Stemmed stemmed) {
        var numbers = new ArrayList<Long>();
        var documents = new ArrayList<Document>();
        for (var item : items) {
            var document = document(item, stemmed);
            if (document != null) {
                document.add(new StringField(BRAND, brand.toString(), Field.Store.NO));
                documents.add(document);
                numbers.add(item.id());
            }
        }
        try {
            return documents.size() < Math.max(MANY, count() / TOPICS_AN_ITEM)
                    ? each(numbers, documents)
                    : together(numbers, documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Long, List<Long>> each(List<Long> numbers, List<Document> documents) throws IOException {
        var found = new HashMap<Long, List<Long>>();
        for (var n = 0; n < documents.size(); n++) {
            put(
                    found,
                    numbers.get(n),
                    monitor.match(documents.get(n), QueryMatch.SIMPLE_MATCHER).getMatches());
        }
        return found;
    }

    /** All of them in one small index, over which each query that one of them may match runs once. */
    private Map<Long, List<Long>> together(List<Long> numbers, List<Document> documents) throws IOException {
        var matches = monitor.match(documents.toArray(Document[]::new), QueryMatch.SIMPLE_MATCHER);
        var found = new HashMap<Long, List<Long>>();
        for (var n = 0; n < documents.size(); n++) {
            put(found, numbers.get(n), matches.getMatches(n));
        }
        return found;
    }

    private static void put(Map<Long, List<Long>> found, Long item, @Nullable Collection<QueryMatch> matches) {
        if (matches != null && !matches.isEmpty()) {
            found.put(
                    item,
                    matches.stream()
                            .map(match -> Long.valueOf(match.getQueryId()))
                            .toList());
        }
    }

    /** Null where nothing in it is asked for by anybody. */
    private @Nullable Document document(Matchable item, Stemmed stemmed) {
        var document = new Document();
        var title = stemmed.of(item.title(), speech);
        add(
                document,
                Compiled.WORDS,
                new AskedTokens(Compiled.WORDS, words).add(title, true).add(stemmed.of(item.words(), speech), true));
        if (words.asks(Compiled.TITLE)) {
            add(document, Compiled.TITLE, new AskedTokens(Compiled.TITLE, words).add(title, true));
        }
        if (words.asks(Compiled.SOURCE)) {
            add(
                    document,
                    Compiled.SOURCE,
                    new AskedTokens(Compiled.SOURCE, words).add(Stemmed.plain(item.source()), false));
        }
        for (var site : item.sites()) {
            keyword(document, Compiled.SITE, site);
        }
        var found = document.iterator().hasNext();
        keyword(document, Compiled.LANGUAGE, item.language());
        return found ? document : null;
    }

    private static void add(Document document, String field, AskedTokens tokens) {
        if (!tokens.isEmpty()) {
            document.add(new TextField(field, tokens));
        }
    }

    private void keyword(Document document, String field, String value) {
        if (words.asks(field, value)) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    int count() {
        return registered.size();
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
