package dev.parvi.listening;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Serves whatever a test wants, byte by byte; each connection is one answer. */
final class WildServer implements AutoCloseable {

    /** Writes a whole answer, status line included. */
    interface Reply {
        void to(OutputStream out) throws IOException;
    }

    /** A request as it came: its path and its headers by names in lower case. */
    record Asked(String method, String path, Map<String, String> headers, String body) {}

    /** Who begins so wants TLS, which isn't spoken here. */
    private static final int HANDSHAKE = 0x16;

    private final ServerSocket socket;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    WildServer() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    void on(String path, Reply reply) {
        replies.put(path, reply);
    }

    void on(String path, String type, String body) {
        on(path, ok("content-type: " + type, body.getBytes(StandardCharsets.UTF_8)));
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    static Reply ok(String headers, byte[] body) {
        return status("200 OK", headers, body);
    }

    static Reply status(String status, String headers, byte[] body) {
        return out -> {
            out.write(("HTTP/1.1 " + status + "\r\n" + (headers.isEmpty() ? "" : headers + "\r\n") + "content-length: "
                            + body.length + "\r\nconnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
        };
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var bytes = new BufferedInputStream(connection.getInputStream());
            bytes.mark(1);
            if (bytes.read() == HANDSHAKE) {
                return;
            }
            bytes.reset();
            var request = read(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1)));
            synchronized (this) {
                asked.add(request);
            }
            var reply = replies.getOrDefault(request.path(), status("404 Not Found", "", new byte[0]));
            reply.to(connection.getOutputStream());
            connection.getOutputStream().flush();
            connection.shutdownOutput();
        } catch (IOException | UncheckedIOException e) {
            // the other side hung up, as it should for some of these
        }
    }

    private static Asked read(BufferedReader in) throws IOException {
        var first = in.readLine();
        if (first == null) {
            throw new IOException("nothing asked");
        }
        var headers = new TreeMap<String, String>();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        for (var n = 0; n < body.length; ) {
            n += Math.max(1, in.read(body, n, body.length - n));
        }
        var parts = first.split(" ");
        return new Asked(parts[0], parts[1], headers, new String(body));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
