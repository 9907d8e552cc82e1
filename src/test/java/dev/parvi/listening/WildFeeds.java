package dev.parvi.listening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Feeds as they are met in the wild: each with what becomes of it. */
final class WildFeeds { // limit: 520 because it is a table

    /**
     * One kind of breakage.
     *
     * @param titles of what it gives, in its own order; nothing where it gives a reason
     */
    record Wild(
            String name,
            WildServer.Reply reply,
            @Nullable List<String> titles,
            @Nullable Reason reason) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final String RSS = "<rss version=\"2.0\"><channel><title>Feed</title><link>https://example.org/</link>";
    static final String END = "</channel></rss>";
    static final String XML = "application/rss+xml";

    private final List<Wild> all = new ArrayList<>();

    static List<Wild> all() {
        var feeds = new WildFeeds();
        feeds.charsets();
        feeds.marks();
        feeds.kinds();
        feeds.namespaces();
        feeds.brokenXml();
        feeds.brokenXmlFurther();
        feeds.names();
        feeds.entities();
        feeds.json();
        feeds.noFeeds();
        return feeds.all;
    }

    private void gives(String name, String type, byte[] body, String... titles) {
        all.add(new Wild(name, WildServer.ok("content-type: " + type, body), List.of(titles), null));
    }

    private void gives(String name, String body, String... titles) {
        gives(name, XML, body.getBytes(UTF_8), titles);
    }

    private void refuses(String name, String type, byte[] body, Reason reason) {
        all.add(new Wild(name, WildServer.ok("content-type: " + type, body), null, reason));
    }

    static String item(String title) {
        return "<item><title>" + title + "</title><link>https://example.org/" + title.hashCode() + "</link></item>";
    }

    private static String feed(String... titles) {
        return RSS + String.join("", Arrays.stream(titles).map(WildFeeds::item).toList()) + END;
    }

    private static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    private static byte[] joined(int[] mark, byte[] rest) {
        var out = new ByteArrayOutputStream();
        for (var each : mark) {
            out.write(each);
        }
        out.writeBytes(rest);
        return out.toByteArray();
    }

    static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void charsets() {
        // limit: 120 because it is a table
        var finnish = "Jäätä ja öljyä";
        var russian = "Новости кофе сегодня в городе";
        gives(
                "UTF-8 that says it is Latin-1",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + feed(finnish),
                finnish);
        gives(
                "Latin-1 that says so in its prolog only",
                XML + "; charset=utf-8",
                in("ISO-8859-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + feed(finnish)),
                finnish);
        gives(
                "Latin-1 that says so in the header only",
                XML + "; charset=iso-8859-1",
                in("ISO-8859-1", feed(finnish)),
                finnish);
        gives(
                "Windows-1252 quotes in what says it is Latin-1",
                XML,
                in("windows-1252", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + feed("“Quoted” – €5")),
                "“Quoted” – €5");
        gives(
                "Windows-1251 that says so",
                XML,
                in("windows-1251", "<?xml version='1.0' encoding='windows-1251'?>" + feed(russian)),
                russian);
        gives(
                "Windows-1251 that says nothing",
                XML,
                in("windows-1251", feed(russian, russian + " и завтра", "Погода на выходные")),
                russian,
                russian + " и завтра",
                "Погода на выходные");
        gives(
                "KOI8-R that says so",
                XML,
                in("KOI8-R", "<?xml version=\"1.0\" encoding=\"koi8-r\"?>" + feed(russian)),
                russian);
        gives(
                "Shift_JIS that says so",
                XML,
                in("Shift_JIS", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + feed("今日のニュース")),
                "今日のニュース");
        gives("a charset that nobody knows", XML + "; charset=x-none", in("UTF-8", feed(finnish)), finnish);
        gives(
                "a few torn bytes in sound UTF-8",
                XML,
                joined(new int[0], torn(feed(finnish, "Äää ööö ååå", "Plain"))),
                finnish,
                "Äää ööö ååå",
                "Plain\uFFFD");
    }

    private static byte[] torn(String text) {
        var bytes = text.replace("Plain", "Plain#").getBytes(UTF_8);
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == '#') {
                bytes[i] = (byte) 0xC3;
            }
        }
        return bytes;
    }

    private void marks() {
        // limit: 120 because it is a table
        gives(
                "UTF-8 with a byte order mark",
                XML,
                joined(new int[] {0xEF, 0xBB, 0xBF}, in("UTF-8", feed("Mark ä"))),
                "Mark ä");
        gives(
                "two byte order marks",
                XML,
                joined(new int[] {0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF}, in("UTF-8", feed("Marks"))),
                "Marks");
        gives(
                "UTF-16 with its mark, big end first",
                XML,
                joined(new int[] {0xFE, 0xFF}, in("UTF-16BE", feed("Wide ä"))),
                "Wide ä");
        gives(
                "UTF-16 with its mark, little end first",
                XML,
                joined(new int[] {0xFF, 0xFE}, in("UTF-16LE", feed("Wide ö"))),
                "Wide ö");
        gives(
                "UTF-16 without a mark",
                XML,
                in("UTF-16LE", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + feed("Bare")),
                "Bare");
        gives(
                "UTF-8 that says it is UTF-16",
                XML,
                in("UTF-8", "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + feed("Liar ä")),
                "Liar ä");
        gives("blank lines before the prolog", "\n\n  <?xml version=\"1.0\"?>" + feed("Late"), "Late");
        gives(
                "a warning of the server before the feed",
                "Warning: mysql in /var/www on line 3\n<?xml version=\"1.0\"?>" + feed("Warned"),
                "Warned");
        gives("a comment before the prolog", "<!-- cached -->\n<?xml version=\"1.0\"?>" + feed("Cached"), "Cached");
        gives("something behind the end", feed("Ended") + "<!-- 0.2 s --><script>x</script>", "Ended");
        gives("packed without saying so", XML, packed(in("UTF-8", feed("Packed"))), "Packed");
    }

    private void kinds() {
        // limit: 120 because it is a table
        gives(
                "RSS 0.91 with its document type",
                "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://my.netscape.com/rss-0.91.dtd\">"
                        + feed("Old"),
                "Old");
        gives(
                "RSS 1.0, items beside the channel",
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel rdf:about=\"https://example.org/\">"
                        + "<title>R</title><link>https://example.org/</link></channel><item rdf:about=\"https://example.org/1\"><title>One</title>"
                        + "<link>https://example.org/1</link></item></rdf:RDF>",
                "One");
        gives(
                "RSS 0.90",
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>R</title></channel>"
                        + "<item><title>Ninety</title><link>https://example.org/90</link></item></rdf:RDF>",
                "Ninety");
        gives(
                "Atom 0.3",
                "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>A</title><entry><title mode=\"escaped\" type=\"text/html\">B &amp;lt;</title>"
                        + "<id>1</id><issued>2026-01-01T00:00:00Z</issued></entry></feed>",
                "B <");
        gives(
                "Atom with XHTML",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <b>bold</b> &lt;one&gt;</div></title>"
                        + "</entry></feed>",
                "A bold <one>");
        gives(
                "Atom whose title speaks of tags",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><title>The &lt;b> tag</title></entry></feed>",
                "The <b> tag");
        gives(
                "a podcast without links",
                "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel><title>P</title><item><title>Episode 1</title>"
                        + "<enclosure url=\"https://example.org/1.mp3\" length=\"1\" type=\"audio/mpeg\"/><itunes:author>Ann</itunes:author></item></channel></rss>",
                "Episode 1");
        gives("items outside the channel", RSS + "</channel>" + item("Outside") + "</rss>", "Outside");
        gives("a feed without items", RSS + END);
        gives("an empty channel", "<rss version=\"2.0\"><channel/></rss>");
    }

    private void namespaces() {
        // limit: 120 because it is a table
        gives(
                "prefixes that nobody declared",
                RSS + "<item><title>Loose</title><dc:creator>Ann</dc:creator><media:content url=\"x.png\"/></item>"
                        + END,
                "Loose");
        gives(
                "Atom under a prefix of its own",
                "<ns0:feed xmlns:ns0=\"http://www.w3.org/2005/Atom\"><ns0:entry><ns0:id>1</ns0:id><ns0:title>Prefixed</ns0:title></ns0:entry></ns0:feed>",
                "Prefixed");
        gives(
                "Atom's link in an RSS channel",
                "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><atom:link href=\"https://example.org/f\" rel=\"self\"/><title>F</title>"
                        + item("Self") + END,
                "Self");
        gives(
                "a default namespace on RSS",
                "<rss version=\"2.0\" xmlns=\"http://backend.userland.com/rss2\"><channel>" + item("Userland") + END,
                "Userland");
        gives(
                "the channel's picture has a title of its own",
                RSS + "<image><title>Logo</title><url>l.png</url></image>" + item("Picture") + END,
                "Picture");
        gives(
                "media's title doesn't become the item's",
                RSS + "<item><title>Mine</title><media:title>Theirs</media:title><guid>1</guid></item>" + END,
                "Mine");
        gives(
                "places and other modules",
                "<rss version=\"2.0\" xmlns:georss=\"http://www.georss.org/georss\"><channel><item><title>Placed</title><georss:point>60 24</georss:point><guid>1</guid></item>"
                        + END,
                "Placed");
    }

    private void brokenXml() {
        // limit: 120 because it is a table
        gives("a bare ampersand", feed("Salt & pepper"), "Salt & pepper");
        gives("an entity of HTML", feed("Caf&eacute;&nbsp;au lait"), "Café\u00A0au lait");
        gives("an entity escaped twice", feed("Rock &amp;amp; roll"), "Rock & roll");
        gives("HTML in a title", feed("&lt;b&gt;Bold&lt;/b&gt; news"), "Bold news");
        gives(
                "tags in a title without any escape",
                RSS + "<item><title>Bold <b>move</b></title><guid>1</guid></item>" + END,
                "Bold move");
        gives("a title in CDATA with HTML", feed("<![CDATA[<i>It</i> &amp; them]]>"), "It & them");
        gives("CDATA within CDATA", feed("<![CDATA[One <![CDATA[two]]>"), "One <![CDATA[two");
        gives("a control character", feed("Bell\u0007 rings"), "Bell rings");
        gives("a control character by its number", feed("Bell&#7; rings"), "Bell rings");
        gives("a null byte", feed("Null\u0000 byte"), "Null byte");
        gives("half a pair by its number", feed("Half &#xD83D; pair"), "Half \uFFFD pair");
        gives(
                "tags that don't match",
                RSS + "<item><title>Crossed</title><description><p>x</description></item>" + END,
                "Crossed");
    }

    private void brokenXmlFurther() {
        // limit: 120 because it is a table
        gives("XML that breaks off in its second item", RSS + item("Whole") + "<item><title>Bro", "Whole");
        gives("attributes without quotes", "<rss version=2.0><channel>" + item("Unquoted") + END, "Unquoted");
        gives("one attribute twice", "<rss version=\"2.0\" version=\"2.0\"><channel>" + item("Twice") + END, "Twice");
        gives(
                "a description that is HTML without any escape",
                RSS
                        + "<item><title>Open</title><description>Some <br> text <img src=x> more</description><guid>1</guid></item>"
                        + END,
                "Open");
        gives(
                "a processing instruction in the middle",
                RSS + "<?php echo 1 ?>" + item("Instructed") + END,
                "Instructed");
        gives(
                "capitals where none belong",
                "<RSS version=\"2.0\"><channel>" + item("Shouted") + "</channel></RSS>",
                "Shouted");
        gives("a comment with two hyphens within", RSS + "<!-- a -- b -->" + item("Commented") + END, "Commented");
        gives("a title of a million characters", feed("x".repeat(1_000_000)), "x".repeat(Fresh.TITLE));
        gives(
                "tags nested ten thousand deep",
                RSS + "<item><title>Deep</title><description>" + "<b>".repeat(10_000) + "x" + "</b>".repeat(10_000)
                        + "</description><guid>1</guid></item>" + END,
                "Deep");
        refuses("a million tags that nobody closes", XML, in("UTF-8", RSS + "<a>".repeat(600_000)), Reason.TOO_LARGE);
        gives("line ends and tabs in a title", feed("  One\n\ttwo  "), "One two");
    }

    private void names() {
        // limit: 120 because it is a table
        gives(
                "the same name for everything",
                RSS
                        + "<item><guid>same</guid><title>A</title><link>https://example.org/a</link></item><item><guid>same</guid><title>B</title><link>https://example.org/b</link></item>"
                        + END,
                "A",
                "B");
        gives("the same item twice", RSS + item("Echo") + item("Echo") + END, "Echo");
        gives(
                "no names and no links",
                RSS + "<item><title>First</title></item><item><title>Second</title></item>" + END,
                "First",
                "Second");
        gives("an item that says nothing", RSS + "<item/>" + item("Something") + END, "Something");
        gives("an empty name", RSS + "<item><guid></guid><title>Unnamed</title></item>" + END, "Unnamed");
        gives(
                "a name of ten thousand characters",
                RSS + "<item><guid>" + "g".repeat(10_000) + "</guid><title>Named</title></item>" + END,
                "Named");
        gives(
                "a link that is none",
                RSS + "<item><guid>1</guid><title>Script</title><link>javascript:alert(1)</link></item>" + END,
                "Script");
        gives(
                "a link with spaces and umlauts",
                RSS + "<item><guid>1</guid><title>Spaces</title><link>https://example.org/ä b</link></item>" + END,
                "Spaces");
        gives(
                "two thousand items",
                feed(java.util.stream.IntStream.range(0, 2_000)
                        .mapToObj(i -> "n" + i)
                        .toArray(String[]::new)),
                java.util.stream.IntStream.range(0, ParsedFeed.MOST)
                        .mapToObj(i -> "n" + i)
                        .toArray(String[]::new));
    }

    private void entities() {
        // limit: 120 because it is a table
        var laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY a0 \"lol\">");
        for (var i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        gives("a billion laughs", laughs + "]>" + feed("&a11;"), "&a11;");
        gives(
                "an entity that is a file of ours",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + feed("&x;"),
                "&x;");
        gives(
                "an entity that is an address",
                "<!DOCTYPE r [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]>" + feed("Parameter"),
                "Parameter");
        gives(
                "an include",
                "<rss xmlns:xi=\"http://www.w3.org/2001/XInclude\"><channel><xi:include href=\"file:///etc/passwd\" parse=\"text\"/>"
                        + item("Included") + END,
                "Included");
        gives(
                "a style sheet",
                "<?xml version=\"1.0\"?><?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?>" + feed("Styled"),
                "Styled");
    }

    private void json() {
        // limit: 120 because it is a table
        gives(
                "JSON Feed 1",
                "application/json",
                in(
                        "UTF-8",
                        "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"J\",\"items\":[{\"id\":1,\"title\":\"Number\",\"content_text\":\"x\",\"author\":{\"name\":\"Ann\"}}]}"),
                "Number");
        gives(
                "JSON Feed 1.1",
                "application/feed+json",
                in(
                        "UTF-8",
                        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"a\",\"title\":\"List\",\"authors\":[{\"name\":\"Ann\"}],\"tags\":null}]}"),
                "List");
        gives(
                "JSON Feed with a byte order mark and nulls",
                "text/plain",
                joined(
                        new int[] {0xEF, 0xBB, 0xBF},
                        in("UTF-8", "{\"items\":[null,{\"id\":\"a\",\"title\":null,\"content_html\":\"<p>x</p>\"}]}")),
                "");
        gives(
                "JSON Feed as text/html",
                "text/html",
                in("UTF-8", "{\"items\":[{\"url\":\"https://example.org/1\",\"title\":\"Typed\"}]}"),
                "Typed");
        refuses("JSON that breaks off", "application/json", in("UTF-8", "{\"items\":[{\"id\":"), Reason.BROKEN);
        refuses("JSON that is no feed", "application/json", in("UTF-8", "{\"error\":\"no\"}"), Reason.NO_FEED);
        refuses("lines of JSON", "application/x-ndjson", in("UTF-8", "{\"id\":1}\n{\"id\":2}\n"), Reason.BROKEN);
        refuses(
                "JSON nested a hundred thousand deep",
                "application/json",
                in("UTF-8", "[".repeat(100_000)),
                Reason.BROKEN);
    }

    private void noFeeds() {
        // limit: 120 because it is a table
        gives("a feed as text/html", "text/html", in("UTF-8", feed("Html")), "Html");
        gives("a feed as a picture", "image/png", in("UTF-8", feed("Png")), "Png");
        refuses(
                "a page instead of a feed",
                "text/html",
                in("UTF-8", "<!DOCTYPE html><html><head><title>Log in</title></head><body><p>x</p></body></html>"),
                Reason.HTML);
        refuses(
                "a page that says it is XML",
                XML,
                in("UTF-8", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>x</body></html>"),
                Reason.HTML);
        refuses("nothing", XML, new byte[0], Reason.EMPTY);
        refuses("blanks only", XML, in("UTF-8", "  \n\n "), Reason.EMPTY);
        refuses("plain text", "text/plain", in("UTF-8", "Not found"), Reason.NO_FEED);
        refuses(
                "a picture",
                XML,
                joined(new int[] {0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 1}, new byte[200]),
                Reason.NO_FEED);
        refuses(
                "a list of feeds",
                XML,
                in("UTF-8", "<opml version=\"2.0\"><body><outline xmlUrl=\"x\"/></body></opml>"),
                Reason.NO_FEED);
        refuses(
                "a site map",
                XML,
                in(
                        "UTF-8",
                        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>x</loc></url></urlset>"),
                Reason.NO_FEED);
        refuses("a prolog and no more", XML, in("UTF-8", "<?xml version=\"1.0\"?>"), Reason.NO_FEED);
        refuses("half a prolog", XML, in("UTF-8", "<?xml versi"), Reason.NO_FEED);
    }
}
