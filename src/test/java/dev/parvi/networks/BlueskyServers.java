package dev.parvi.networks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real servers with a proxy before them that can cut, refuse and garble; all of it can be killed. */
final class BlueskyServers implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int proxyPort;
    private JsonNode network;

    record Account(String handle, String did, String appPassword) {}

    BlueskyServers(Path folder, int proxyPort) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.proxyPort = proxyPort;
        start();
        run(
                List.of(
                        "node",
                        "bin/networks/cutting-proxy.mjs",
                        network.get("pds").asString(),
                        Integer.toString(proxyPort)),
                Map.of());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + proxyPort);
    }

    /** Starts what doesn't run of the network; its data, keys and folder are kept over a kill. */
    void start() throws IOException {
        network = JSON.readTree(run(
                List.of("bin/networks/start", folder.toString()), Map.of("PUBLIC", "http://127.0.0.1:" + proxyPort)));
    }

    void killServer() throws IOException {
        new ProcessBuilder("kill", "-9", network.get("pdsPid").asString()).start();
    }

    List<Account> accounts(int count, String prefix) throws IOException {
        var making = new ProcessBuilder(
                        "node",
                        "bin/networks/accounts.mjs",
                        network.get("pds").asString(),
                        Integer.toString(count),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = making.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                    .map(JSON::readTree)
                    .map(each -> new Account(
                            each.get("handle").asString(),
                            each.get("did").asString(),
                            each.get("appPassword").asString()))
                    .toList();
        }
    }

    void misbehave(String rules) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address().resolve("/__control"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(rules))
                .build();
        http.send(request, BodyHandlers.discarding());
    }

    String report() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address().resolve("/__report")).build(), BodyHandlers.ofString())
                .body();
    }

    /** Every text in an account's repository, with how often it stands there. */
    Map<String, Integer> texts(Account account) throws IOException {
        var texts = new TreeMap<String, Integer>();
        records(account).forEach(each -> texts.merge(each.path("text").asString(), 1, Integer::sum));
        return texts;
    }

    /** Every post in an account's repository. */
    List<JsonNode> records(Account account) throws IOException {
        var records = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var address = network.get("pds").asString()
                    + "/xrpc/com.atproto.repo.listRecords?limit=100&collection=app.bsky.feed.post&repo=" + account.did()
                    + cursor;
            var page = read(address);
            page.get("records").forEach(each -> records.add(each.get("value")));
            cursor = page.has("cursor") ? "&cursor=" + page.get("cursor").asString() : "";
        } while (!cursor.isEmpty());
        return records;
    }

    /** Somebody says something, past the desk; its name and version. */
    String[] say(Account account, String text) throws IOException, InterruptedException {
        var token = post(
                        "createSession",
                        "",
                        JSON.createObjectNode().put("identifier", account.did()).put("password", account.appPassword()),
                        "server")
                .get("accessJwt")
                .asString();
        var body = JSON.createObjectNode().put("repo", account.did()).put("collection", "app.bsky.feed.post");
        body.putObject("record")
                .put("$type", "app.bsky.feed.post")
                .put("text", text)
                .put("createdAt", java.time.Instant.now().toString());
        var said = post("createRecord", token, body, "repo");
        return new String[] {said.get("uri").asString(), said.get("cid").asString()};
    }

    private JsonNode post(String method, String token, JsonNode body, String group)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(network.get("pds").asString() + "/xrpc/com.atproto." + group + "." + method))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static JsonNode read(String address) throws IOException {
        try (var body = URI.create(address).toURL().openStream()) {
            return JSON.readTree(body);
        }
    }

    @Override
    public void close() {
        processes.reversed().forEach(Process::destroy);
    }

    /** Starts a server and answers the line it prints when it's ready. */
    private String run(List<String> command, Map<String, String> more) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(more);
        builder.environment().put("EOF_ENDS", "1");
        var process = builder.start();
        processes.add(process);
        var line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException(command + " ended before it was ready");
        }
        return line;
    }
}
