package dev.parvi.listening;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parvi.listening.WildFeeds.Wild;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Servers as they are met in the wild. */
final class WildHosts {

    private static final byte[] FEED = (WildFeeds.RSS + WildFeeds.item("Served") + WildFeeds.END).getBytes(UTF_8);
    private static final String TYPE = "content-type: application/rss+xml";

    private WildHosts() {}

    static List<Wild> all(WildServer server) {
        // limit: 90 because it is a table
        server.on("/feed", WildServer.ok(TYPE, FEED));
        server.on("/circle", WildServer.status("302 Found", "location: /circle-back", new byte[0]));
        server.on("/circle-back", WildServer.status("302 Found", "location: /circle", new byte[0]));
        return List.of(
                refuses("fifty megabytes", out -> flood(out, "content-length: 52428800", 52_428_800), Reason.TOO_LARGE),
                refuses("a body without an end", out -> flood(out, "x-end: none", Long.MAX_VALUE), Reason.TOO_LARGE),
                refuses("a bomb of zeros, packed", packed(WildFeeds.packed(new byte[60_000_000])), Reason.TOO_LARGE),
                refuses(
                        "a bomb that doesn't say it is packed",
                        WildServer.ok(TYPE, WildFeeds.packed(new byte[60_000_000])),
                        Reason.TOO_LARGE),
                refuses("packed, it says, and isn't", packed(FEED), Reason.MALFORMED),
                refuses(
                        "packed and torn",
                        packed(java.util.Arrays.copyOf(WildFeeds.packed(FEED), 40)),
                        Reason.MALFORMED),
                refuses("one byte a while", WildHosts::drip, Reason.TIMEOUT),
                refuses("headers without an end", WildHosts::headers, Reason.TOO_LARGE),
                refuses(
                        "an answer that never begins",
                        out -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(6)),
                        Reason.TIMEOUT),
                refuses(
                        "a connection that is cut",
                        out -> out.write("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n<rss".getBytes(UTF_8)),
                        Reason.CUT),
                refuses("a connection that says nothing", out -> {}, Reason.CUT),
                refuses("what is no HTTP", out -> out.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes(UTF_8)), Reason.CUT),
                refuses("redirects in a circle", to("302 Found", "/circle"), Reason.REDIRECTS),
                refuses("a redirect to nowhere", WildServer.status("302 Found", "", new byte[0]), Reason.MALFORMED),
                refuses("a redirect to a file", to("301 Moved", "file:///etc/passwd"), Reason.MALFORMED),
                gives("a redirect that is for good", to("301 Moved", "/feed")),
                gives("a redirect for now", to("307 Temporary", "/feed")),
                gives("an answer that is one only by its body", WildServer.status("203 Other", TYPE, FEED)),
                refuses("gone", WildServer.status("410 Gone", "", new byte[0]), Reason.GONE),
                refuses("not there", WildServer.status("404 Not Found", "", FEED), Reason.NOT_FOUND),
                refuses("a password wanted", WildServer.status("401 Unauthorized", "", new byte[0]), Reason.CLOSED),
                refuses("not for us", WildServer.status("403 Forbidden", "", new byte[0]), Reason.CLOSED),
                refuses("too often", WildServer.status("429 Too Many", "retry-after: 3600", new byte[0]), Reason.BUSY),
                refuses("a fault of the server", WildServer.status("500 Oh", "", new byte[0]), Reason.SERVER),
                refuses("a teapot", WildServer.status("418 Teapot", "", new byte[0]), Reason.STATUS),
                refuses(
                        "success without anything",
                        WildServer.status("204 No Content", "", new byte[0]),
                        Reason.EMPTY));
    }

    private static Wild gives(String name, WildServer.Reply reply) {
        return new Wild(name, reply, List.of("Served"), null);
    }

    private static Wild refuses(String name, WildServer.Reply reply, Reason reason) {
        return new Wild(name, reply, null, reason);
    }

    private static WildServer.Reply to(String status, String where) {
        return WildServer.status(status, "location: " + where, new byte[0]);
    }

    private static WildServer.Reply packed(byte[] body) {
        return WildServer.ok(TYPE + "\r\ncontent-encoding: gzip", body);
    }

    private static void flood(OutputStream out, String header, long bytes) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\n" + TYPE + "\r\n" + header + "\r\nconnection: close\r\n\r\n" + WildFeeds.RSS)
                .getBytes(UTF_8));
        var chunk = WildFeeds.item("Flood").repeat(500).getBytes(UTF_8);
        for (var sent = 0L; sent < bytes; sent += chunk.length) {
            out.write(chunk);
        }
    }

    private static void drip(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n".getBytes(UTF_8));
        for (var i = 0; i < 60; i++) {
            out.write(' ');
            out.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static void headers(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
        for (var i = 0; i < 100_000; i++) {
            out.write(("x-" + i + ": y\r\n").getBytes(UTF_8));
        }
    }
}
