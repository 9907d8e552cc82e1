package dev.parvi.listening;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Serves feeds from memory, each at an address of 127.0.0.0/8 of its own; answers 304 to who knows them. Every fourth is Atom, the
 * others RSS 2.0.
 */
final class FeedServer {

    private static final BenchTopics WORDS = new BenchTopics();
    private static final Instant BASE = Instant.parse("2026-11-20T00:00:00Z");

    private final byte[][] feeds;

    private FeedServer(int feeds, int items) {
        this.feeds = new byte[feeds][];
        for (var n = 0; n < feeds; n++) {
            this.feeds[n] = feed(n, items).getBytes(StandardCharsets.UTF_8);
        }
    }

    public static void main(String[] args) throws IOException {
        var server = new FeedServer(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("0.0.0.0", Integer.parseInt(args[0])), 4_096);
            System.out.println("ready");
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> server.serve(connection));
            }
        }
    }

    static String host(int feed) {
        return "127." + (1 + feed / 62_500) + "." + (feed / 250 % 250) + "." + (1 + feed % 250);
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream(), 2_048);
            var out = connection.getOutputStream();
            for (var head = head(in); head != null; head = head(in)) {
                out.write(answer(head));
            }
        } catch (IOException e) {
            // hung up
        }
    }

    private byte[] answer(String head) {
        var from = head.indexOf("/f/") + 3;
        var number = Integer.parseInt(head.substring(from, head.indexOf('.', from)));
        var body = feeds[number];
        if (head.contains("\"v1-" + number + "\"")) {
            return ("HTTP/1.1 304 Not Modified\r\netag: \"v1-" + number + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
        var start = ("HTTP/1.1 200 OK\r\ncontent-type: application/xml\r\netag: \"v1-" + number
                        + "\"\r\ncontent-length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder(512);
        for (var c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (c == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
                return head.toString();
            }
        }
        return null;
    }

    private static String feed(int number, int items) {
        var random = new Random(number);
        var text = new StringBuilder(30_000);
        var atom = number % 4 == 3;
        text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
                .append(
                        atom
                                ? "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:x:" + number
                                        + "</id><title>Feed "
                                : "<rss version=\"2.0\"><channel><title>Feed ")
                .append(number)
                .append(atom ? "</title><link href=\"https://example.com/" : "</title><link>https://example.com/")
                .append(number)
                .append(atom ? "\"/>" : "</link><description>d</description>");
        for (var i = items - 1; i >= 0; i--) {
            item(text, number, i, atom, random);
        }
        return text.append(atom ? "</feed>" : "</channel></rss>").toString();
    }

    private static void item(StringBuilder text, int feed, int i, boolean atom, Random random) {
        var at = BASE.plus(Duration.ofSeconds(i * 600L + feed % 600));
        var link = "https://example.com/" + feed + "/" + i;
        var body = "&lt;p>" + words(random, 60) + " &lt;a href=\"" + link + "\">link&lt;/a> &amp;amp; more&lt;/p>";
        text.append(
                atom
                        ? "<entry><id>urn:x:" + feed + ":" + i + "</id><title>" + words(random, 8)
                                + "</title><link href=\"" + link + "\"/><updated>" + at
                                + "</updated><summary type=\"html\">" + body + "</summary></entry>"
                        : "<item><guid isPermaLink=\"false\">x-" + feed + "-" + i + "</guid><title>" + words(random, 8)
                                + "</title><link>"
                                + link + "</link><pubDate>"
                                + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC))
                                + "</pubDate><description>" + body + "</description></item>");
    }

    private static String words(Random random, int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.any(random));
        }
        return text.toString();
    }
}
