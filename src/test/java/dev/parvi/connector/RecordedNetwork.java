package dev.parvi.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A network on loopback that plays recorded answers, or hands each call on to a real server, and misbehaves when it's told to.
 * What it's told is forgotten after the number of calls it was told for.
 */
public final class RecordedNetwork implements AutoCloseable {

    /** What goes wrong on the way; in all but the last two the network itself did what it was asked. */
    public enum Trick {
        CUT_AFTER,
        ERROR_AFTER,
        GARBAGE_AFTER,
        ERROR_BEFORE,
        LIMIT_BEFORE
    }

    /** @param path with its query */
    public record Request(String method, String path, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What the network does by itself. */
    @FunctionalInterface
    public interface Playing {
        Recording answer(Request request) throws IOException;
    }

    private record Told(Trick trick, String match, int[] left) {}

    private final HttpServer server;
    private final Playing playing;
    private final Recording limit;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** @param limit what the network says to one who sends too much */
    public RecordedNetwork(Playing playing, Recording limit) {
        this.playing = playing;
        this.limit = limit;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Hands every call on to a real server. */
    public static Playing handingOnTo(URI real) {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return request -> {
            var call = HttpRequest.newBuilder(real.resolve(request.path()))
                    .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
            for (var name : List.of("authorization", "content-type", "content-disposition")) {
                Optional.ofNullable(request.headers().get(name)).ifPresent(value -> call.header(name, value));
            }
            try {
                var answer = client.send(call.build(), HttpResponse.BodyHandlers.ofByteArray());
                var headers = new LinkedHashMap<String, String>();
                answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
                headers.keySet().removeAll(List.of("content-length", "transfer-encoding", "connection"));
                return new Recording(answer.statusCode(), headers, answer.body());
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Plays a trick on the next calls whose path contains {@code match}. */
    public void tell(Trick trick, String match, int calls) {
        told.add(new Told(trick, match, new int[] {calls}));
    }

    public void forget() {
        told.clear();
    }

    public List<Request> requests(String match) {
        return requests.stream().filter(r -> r.path().contains(match)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            var body = exchange.getRequestBody().readAllBytes();
            var request = new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
            requests.add(request);
            var trick = trick(request);
            if (trick.isEmpty()) {
                send(exchange, playing.answer(request));
            } else {
                play(exchange, request, trick.get());
            }
        }
    }

    private synchronized Optional<Trick> trick(Request request) {
        for (var each : told) {
            if (each.left()[0] > 0 && request.path().contains(each.match())) {
                each.left()[0]--;
                return Optional.of(each.trick());
            }
        }
        return Optional.empty();
    }

    private void play(HttpExchange exchange, Request request, Trick trick) throws IOException {
        switch (trick) {
            case ERROR_BEFORE ->
                send(exchange, Recording.json(502, "{\"error\":\"UpstreamFailure\",\"message\":\"Bad Gateway\"}"));
            case LIMIT_BEFORE -> send(exchange, limit);
            case CUT_AFTER -> playing.answer(request);
            case ERROR_AFTER -> {
                playing.answer(request);
                send(
                        exchange,
                        Recording.json(
                                500, "{\"error\":\"InternalServerError\",\"message\":\"Internal Server Error\"}"));
            }
            case GARBAGE_AFTER -> {
                playing.answer(request);
                send(
                        exchange,
                        new Recording(
                                200,
                                Map.of("content-type", "text/html"),
                                "<!doctype html><h1>It works!".getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static void send(HttpExchange exchange, Recording answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
