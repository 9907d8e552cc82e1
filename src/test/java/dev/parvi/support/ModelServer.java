package dev.parvi.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of a language model on the loopback, speaking the chat completions interface: it says what a test lets it say. */
public final class ModelServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] CHUNK = "{\"choices\":[".repeat(1_000).getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private record Reply(int status, Map<String, String> headers, String body, boolean endless) {}

    /** A call as it came. */
    public record Asked(String method, String path, Map<String, List<String>> headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** What stands in the message of that role. */
        public String message(String role) {
            return json().path("messages")
                    .valueStream()
                    .filter(each -> each.path("role").asString().equals(role))
                    .map(each -> each.path("content").asString())
                    .findFirst()
                    .orElseThrow();
        }

        /** The material between its marks. */
        public JsonNode material() {
            var lines = message("user").lines().toList();
            return JSON.readTree(String.join("\n", lines.subList(1, lines.size() - 1)));
        }
    }

    public ModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public List<Asked> asked() {
        return asked;
    }

    /** The shape of the interface's reference: an object of choices, each a message with its role and content. */
    public static String completion(String content, String refusal, String reason) {
        return JSON.writeValueAsString(Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "created",
                1_750_000_000,
                "model",
                "small-1",
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "message",
                        refusal.isEmpty()
                                ? Map.of("role", "assistant", "content", content)
                                : Map.of("role", "assistant", "refusal", refusal),
                        "finish_reason",
                        reason)),
                "usage",
                Map.of("prompt_tokens", 20, "completion_tokens", 5, "total_tokens", 25)));
    }

    public static String error(String message, String code) {
        return JSON.writeValueAsString(Map.of(
                "error", Map.of("message", message, "type", "invalid_request_error", "param", "model", "code", code)));
    }

    public void says(String content) {
        answers(200, Map.of(), completion(content, "", "stop"));
    }

    public void answers(int status, Map<String, String> headers, String body) {
        replies.add(new Reply(status, headers, body, false));
    }

    /** Begins an answer that has no end. */
    public void neverEnds() {
        replies.add(new Reply(200, Map.of(), "", true));
    }

    /** Calls wait until the gate opens. */
    public CountDownLatch shut() {
        gate = new CountDownLatch(1);
        return gate;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            gate.await();
            var reply = replies.poll();
            send(exchange, reply == null ? new Reply(200, Map.of(), completion("ready", "", "stop"), false) : reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.endless()) {
            exchange.sendResponseHeaders(reply.status(), 0);
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(CHUNK);
            }
            return;
        }
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
