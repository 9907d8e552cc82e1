package dev.parvi.listening;

import dev.parvi.listening.Discovered.Choice;
import dev.parvi.listening.Source.Kind;
import dev.parvi.platform.CallFailed;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what can be followed at an address that somebody typed. Makes up to ten calls, so no transaction stands around it. */
@Component
public class Discovering {

    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "text/xml",
            "application/xml");
    /** Where common programs put it. */
    private static final List<String> USUAL =
            List.of("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json");

    private static final int MOST = 8;

    private final Calling calling;
    private final Sources sources;
    private final TransactionTemplate transaction;

    Discovering(Calling calling, Sources sources, TransactionTemplate transaction) {
        this.calling = calling;
        this.sources = sources;
        this.transaction = transaction;
    }

    /** In the scope of the brand. @param typed may lack its scheme */
    public Discovered at(Seat seat, String typed) {
        seat.needs(Right.WRITE);
        return known(at(typed), "");
    }

    /** What is read already by another way to write its address is known, too. */
    private Discovered known(Discovered found, String selector) {
        return Objects.requireNonNull(transaction.execute(status -> found.marked(choice -> choice.followed(
                sources.reading(choice.kind(), choice.address(), selector).orElse(null)))));
    }

    private Discovered at(String typed) {
        var address = whole(typed);
        var uri = address.length() > Fresh.ADDRESS ? null : Links.uri(address);
        if (uri == null) {
            return new Discovered(address, List.of(), Reason.MALFORMED.word(), "");
        }
        try {
            return look(uri);
        } catch (CallFailed e) {
            return new Discovered(address, List.of(), Fetch.reason(e.kind()).word(), e.getMessage());
        } catch (NotRead e) {
            return new Discovered(address, List.of(), e.reason().word(), e.detail());
        }
    }

    /**
     * What following a page would find at a place on it.
     *
     * @param selector as CSS has it; empty: found by itself
     */
    public Discovered page(Seat seat, String typed, String selector) {
        seat.needs(Right.WRITE);
        return known(page(typed, selector), selector);
    }

    private Discovered page(String typed, String selector) {
        var uri = Links.uri(whole(typed));
        if (uri == null) {
            return new Discovered(typed, List.of(), Reason.MALFORMED.word(), "");
        }
        try {
            var called = calling.get(uri, "", "");
            var page =
                    PageReader.read(body(called), type(called), called.answer().address(), selector, null);
            return new Discovered(
                    uri.toString(),
                    List.of(Choice.of(Kind.PAGE, called.lasting().toString(), page.feed())),
                    "",
                    "");
        } catch (CallFailed e) {
            return new Discovered(
                    uri.toString(), List.of(), Fetch.reason(e.kind()).word(), e.getMessage());
        } catch (NotRead e) {
            return new Discovered(uri.toString(), List.of(), e.reason().word(), e.detail());
        }
    }

    static String whole(String typed) {
        var text = typed.strip();
        if (text.regionMatches(true, 0, "feed:", 0, 5)) {
            var rest = text.substring(5);
            text = rest.startsWith("//") ? "https:" + rest : rest;
        }
        return text.contains("://") || text.isEmpty() ? text : "https://" + text;
    }

    private Discovered look(URI uri) throws CallFailed, NotRead {
        var called = first(uri);
        var answer = called.answer();
        if (!answer.ok()) {
            throw new NotRead(
                    answer.status() == 404
                            ? Reason.NOT_FOUND
                            : answer.status() == 410
                                    ? Reason.GONE
                                    : answer.status() >= 500 ? Reason.SERVER : Reason.CLOSED,
                    Integer.toString(answer.status()));
        }
        var here = feed(called);
        if (here != null) {
            return new Discovered(
                    uri.toString(),
                    List.of(Choice.of(Kind.FEED, called.lasting().toString(), here)),
                    "",
                    "");
        }
        var choices = feeds(called);
        var page = page(called);
        if (page != null) {
            choices.add(page);
        }
        return new Discovered(uri.toString(), choices, choices.isEmpty() ? Reason.NO_FEED.word() : "", "");
    }

    /** Without encryption where there is none. */
    private Calling.Called first(URI uri) throws CallFailed, NotRead {
        try {
            return calling.get(uri, "", "");
        } catch (CallFailed e) {
            var plain = e.kind() == CallFailed.Kind.UNREACHABLE || e.kind() == CallFailed.Kind.TLS;
            if (!plain || !uri.getScheme().toLowerCase(Locale.ROOT).equals("https")) {
                throw e;
            }
            return calling.get(URI.create("http" + uri.toString().substring(5)), "", "");
        }
    }

    private List<Choice> feeds(Calling.Called called) {
        var addresses = linked(called);
        if (addresses.isEmpty()) {
            var base = called.answer().address();
            USUAL.forEach(path -> addresses.add(base.resolve("/" + path).toString()));
        }
        var choices = new ArrayList<Choice>();
        var titles = new LinkedHashSet<String>();
        for (var address : addresses.stream().limit(MOST).toList()) {
            var choice = tried(address);
            // one feed under several addresses is one choice
            if (choice != null && titles.add(choice.titles() + " " + choice.title())) {
                choices.add(choice);
            }
        }
        return choices;
    }

    private static Set<String> linked(Calling.Called called) {
        var page = Jsoup.parse(
                Decoded.text(body(called), type(called)),
                called.answer().address().toString());
        var addresses = new LinkedHashSet<String>();
        for (var link : page.select("link[rel~=(?i)\\balternate\\b][href], link[rel~=(?i)\\bfeed\\b][href]")) {
            if (TYPES.contains(link.attr("type").toLowerCase(Locale.ROOT).strip())
                    || link.attr("rel").contains("feed")) {
                addresses.add(Links.absolute(link.absUrl("href"), null));
            }
        }
        if (addresses.isEmpty()) {
            for (var link : page.select(
                    "a[href~=(?i)(/feed/?$|/rss/?$|\\.rss$|rss\\.xml$|atom\\.xml$|feed\\.xml$|feed\\.json$|\\.atom$)]")) {
                addresses.add(Links.absolute(link.absUrl("href"), null));
            }
        }
        addresses.remove("");
        return addresses;
    }

    private @Nullable Choice tried(String address) {
        var uri = Links.uri(address);
        if (uri == null) {
            return null;
        }
        try {
            var called = calling.get(uri, "", "");
            var feed = called.answer().ok() ? feed(called) : null;
            return feed == null ? null : Choice.of(Kind.FEED, called.lasting().toString(), feed);
        } catch (CallFailed | NotRead e) {
            return null;
        }
    }

    private static @Nullable ParsedFeed feed(Calling.Called called) {
        try {
            return FeedReader.read(body(called), type(called), called.answer().address());
        } catch (NotRead e) {
            return null;
        }
    }

    private static @Nullable Choice page(Calling.Called called) {
        try {
            var page =
                    PageReader.read(body(called), type(called), called.answer().address(), "", null);
            return Choice.of(Kind.PAGE, called.lasting().toString(), page.feed());
        } catch (NotRead e) {
            return null;
        }
    }

    private static byte[] body(Calling.Called called) {
        return called.answer().body();
    }

    private static @Nullable String type(Calling.Called called) {
        return called.answer().header("content-type").orElse(null);
    }
}
