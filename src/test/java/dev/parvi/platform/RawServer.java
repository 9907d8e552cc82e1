package dev.parvi.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that answers with whatever bytes a test wants, and remembers each request it read. */
final class RawServer implements AutoCloseable {

    /** What is done with a connection once a request was read from it. */
    interface Answering {
        void to(String request, OutputStream out, Socket socket) throws IOException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    private RawServer(ServerSocket server) {
        this.server = server;
    }

    static RawServer answering(Answering answering) throws IOException {
        return on(InetAddress.getByName("127.0.0.1"), 0, answering);
    }

    static RawServer saying(String answer) throws IOException {
        return answering((request, out, socket) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static RawServer on(InetAddress address, int port, Answering answering) throws IOException {
        var made = new RawServer(new ServerSocket(port, 200, address));
        Thread.ofVirtual().start(() -> made.accept(answering));
        return made;
    }

    int port() {
        return server.getLocalPort();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private void accept(Answering answering) {
        try {
            while (true) {
                var socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket, answering));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket, Answering answering) {
        try (socket;
                var in = new BufferedInputStream(socket.getInputStream());
                var out = socket.getOutputStream()) {
            for (var request = read(in); !request.isEmpty(); request = read(in)) {
                requests.add(request);
                answering.to(request, out, socket);
                out.flush();
            }
        } catch (IOException e) {
            // the other side went away, as some tests want
        }
    }

    private static String read(InputStream in) throws IOException {
        var request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            request.append((char) c);
        }
        var length = request.toString()
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return request + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
