package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.platform.CallFailed.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// limit: 520 because every way in which a call can fail stands here beside the others
@Timeout(20)
class CheckedOutboundTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: one\r\nx-a: two\r\n\r\nhi";
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CheckedOutbound open = outbound(InetAddress::getAllByName);

    /** Loopback's first address is taken for a public one, so that there is something to redirect from. */
    private static CheckedOutbound outbound(LookUp lookUp) {
        return new CheckedOutbound(
                lookUp,
                address -> !address.getHostAddress().equals("127.0.0.1") && ForbiddenAddresses.contain(address),
                "Parvi/test (+http://desk.example)");
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void an_answer_has_status_headers_and_body_and_its_connection_is_used_again() throws Exception {
        try (var server = RawServer.saying(OK)) {
            var answer = open.call(Call.get(server.address("/a?b=c")).with("Accept", "text/plain"));
            open.call(Call.json(server.address("/post"), "{\"ä\":1}"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("hi");
            assertThat(answer.header("X-A")).contains("one");
            assertThat(answer.address()).isEqualTo(server.address("/a?b=c"));
            assertThat(server.requests.getFirst())
                    .startsWith("GET /a?b=c HTTP/1.1\r\n")
                    .containsIgnoringCase("user-agent: Parvi/test (+http://desk.example)")
                    .containsIgnoringCase("accept: text/plain")
                    .doesNotContainIgnoringCase("upgrade");
            assertThat(server.requests.get(1))
                    .containsIgnoringCase("content-type: application/json")
                    .endsWith("{\"ä\":1}");
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void a_connection_that_the_server_is_about_to_end_is_not_used_again() throws Exception {
        try (var server =
                RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: max=9, timeout=1\r\n\r\nhi")) {
            open.call(Call.get(server.address("/")));
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            open.call(Call.get(server.address("/")));
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void any_status_is_an_answer() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nRetry-After: 7\r\n\r\n")) {
            assertThat(open.call(Call.get(server.address("/"))).status()).isEqualTo(503);
            assertThat(server.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://localhost:1/",
                "http://[::1]/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::ffff:10.0.0.1]/",
                "https://10.0.0.1/"
            })
    void forbidden_addresses_are_not_called(String address) {
        var strict = new CheckedOutbound(InetAddress::getAllByName, ForbiddenAddresses::contain, "test");

        var failed = failure(strict, Call.get(URI.create(address)));

        assertThat(failed.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(failed.maybeSent()).isFalse();
        strict.close();
    }

    @Test
    void an_explicit_setting_allows_private_ones() throws Exception {
        var settings = new DeskSettings(
                java.nio.file.Path.of("."), null, null, null, URI.create("http://desk.example"), false, true);
        try (var server = RawServer.saying(OK);
                var allowed = new CheckedOutbound(settings)) {
            assertThat(allowed.call(Call.get(server.address("/"))).ok()).isTrue();
        }
    }

    @Test
    void a_host_with_one_forbidden_address_among_others_is_not_called() throws Exception {
        try (var server = RawServer.saying(OK);
                var mixed = outbound(host ->
                        new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")})) {
            var failed = failure(mixed, Call.get(URI.create("http://mixed.example:" + server.port() + "/")));

            assertThat(failed.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void a_name_that_changes_its_address_is_looked_up_once_a_connection_and_checked_each_time() throws Exception {
        var asked = new AtomicInteger();
        LookUp turncoat = host ->
                new InetAddress[] {InetAddress.ofLiteral(asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2")};
        try (var good = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");
                var trap = RawServer.on(InetAddress.ofLiteral("127.0.0.2"), good.port(), (request, out, socket) -> {});
                var outbound = outbound(turncoat)) {
            var call = Call.get(URI.create("http://turncoat.example:" + good.port() + "/"));

            assertThat(outbound.call(call).text()).isEqualTo("hi");
            assertThat(asked).hasValue(1);
            assertThat(failure(outbound, call).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(asked).hasValue(2);
            assertThat(trap.connections).hasValue(0);
        }
    }

    @Test
    void the_socket_itself_refuses_what_slipped_past_the_look_up() throws Exception {
        try (var trap = RawServer.on(InetAddress.ofLiteral("127.0.0.2"), 0, (request, out, socket) -> {});
                var socket =
                        new CheckedSocket(new CheckedLookUp(InetAddress::getAllByName, ForbiddenAddresses::contain))) {
            var address = new java.net.InetSocketAddress("127.0.0.2", trap.port());

            assertThat(catchThrowableOfType(CheckedLookUp.ForbiddenHost.class, () -> socket.connect(address, 100)))
                    .isNotNull();
            assertThat(trap.connections).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://169.254.169.254/",
                "http://[::1]/",
                "http://2130706433/",
                "http://a@example.org/",
                "file:///etc/passwd",
                "//10.0.0.1/",
                "gopher://127.0.0.1/"
            })
    void a_redirect_to_a_forbidden_address_is_not_followed(String target) throws Exception {
        try (var server = RawServer.saying(redirect(302, target))) {
            assertThat(failure(open, Call.get(server.address("/"))).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    void redirects_are_followed_and_what_was_meant_for_one_origin_is_not_told_another() throws Exception {
        try (var end = RawServer.saying(OK);
                var start = RawServer.answering((request, out, socket) -> {
                    var to = request.startsWith("GET /first ")
                            ? "/second?x=1"
                            : end.address("/end").toString();
                    out.write(redirect(301, to).getBytes(StandardCharsets.UTF_8));
                })) {
            var answer = open.call(Call.get(start.address("/first"))
                    .with("Authorization", "Bearer key")
                    .with("Cookie", "a=b")
                    .with("X-Key", "k")
                    .with("Accept", "text/html"));

            assertThat(answer.address()).isEqualTo(end.address("/end"));
            assertThat(start.requests.get(1))
                    .startsWith("GET /second?x=1")
                    .containsIgnoringCase("authorization: Bearer key");
            assertThat(end.requests.getFirst())
                    .doesNotContainIgnoringCase("authorization")
                    .doesNotContainIgnoringCase("cookie")
                    .doesNotContainIgnoringCase("x-key")
                    .containsIgnoringCase("accept: text/html");
        }
    }

    @Test
    void a_circle_of_redirects_ends() throws Exception {
        try (var server = RawServer.saying(redirect(302, "/again"))) {
            assertThat(failure(open, Call.get(server.address("/again"))).kind()).isEqualTo(Kind.TOO_MANY_REDIRECTS);
            assertThat(server.requests).hasSize(6);
        }
    }

    @Test
    void a_post_goes_again_only_to_the_same_origin_and_only_where_it_is_told_to_stay_a_post() throws Exception {
        try (var other = RawServer.saying(OK);
                var server = RawServer.answering((request, out, socket) -> out.write((switch (request.split(" ")[1]) {
                            case "/see-other" -> redirect(303, "/end");
                            case "/moved" -> redirect(308, "/end");
                            case "/away" -> redirect(307, other.address("/").toString());
                            default -> OK;
                        })
                        .getBytes(StandardCharsets.UTF_8)))) {
            assertThat(open.call(posting(server.address("/see-other"))).status())
                    .isEqualTo(303);
            assertThat(open.call(posting(server.address("/away"))).status()).isEqualTo(307);
            assertThat(open.call(posting(server.address("/moved"))).status()).isEqualTo(200);
            assertThat(server.requests.getLast()).startsWith("POST /end").endsWith("body");
            assertThat(other.connections).hasValue(0);
        }
    }

    @Test
    void an_unknown_host_was_sent_nothing() {
        var outbound = outbound(host -> {
            throw new UnknownHostException(host);
        });

        var failed = failure(outbound, Call.get(URI.create("http://nowhere.example/")));

        assertThat(failed.kind()).isEqualTo(Kind.UNKNOWN_HOST);
        assertThat(failed.maybeSent()).isFalse();
    }

    @Test
    void a_closed_port_was_sent_nothing() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        var failed = failure(open, posting(URI.create("http://127.0.0.1:" + port + "/")));

        assertThat(failed.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failed.maybeSent()).isFalse();
    }

    @Test
    void a_failed_handshake_was_sent_nothing() throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> {});
                var plain = talkative()) {
            var failed = failure(open, posting(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/")));

            assertThat(failed.kind()).isEqualTo(Kind.TLS);
            assertThat(failed.maybeSent()).isFalse();
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void a_handshake_that_never_ends_is_ended_and_was_sent_nothing() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var failed = failure(
                    open,
                    posting(URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/"))
                            .within(SHORT));

            assertThat(failed.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failed.maybeSent()).isFalse();
        }
    }

    @Test
    void a_look_up_that_hangs_is_ended_by_the_deadline() throws Exception {
        var never = new CountDownLatch(1);
        var outbound = outbound(host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[0];
        });

        var failed =
                failure(outbound, Call.get(URI.create("http://slow.example/")).within(SHORT));

        assertThat(failed.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failed.maybeSent()).isFalse();
        outbound.close();
    }

    @Test
    void silence_after_the_request_is_a_timeout_with_an_unknown_fate() throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> LockSupport.parkNanos(5_000_000_000L))) {
            var failed = failure(open, posting(server.address("/")).within(SHORT));

            assertThat(failed.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failed.maybeSent()).isTrue();
        }
    }

    @Test
    void an_answer_that_trickles_is_ended_by_the_deadline_of_the_whole_call() throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1000; i++) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        })) {
            long start = System.nanoTime();
            var failed = failure(open, Call.get(server.address("/")).within(SHORT));

            assertThat(failed.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void a_connection_cut_after_the_request_has_an_unknown_fate_and_nothing_is_sent_again() throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> socket.close())) {
            var failed = failure(open, posting(server.address("/")));

            assertThat(failed.kind()).isEqualTo(Kind.CUT);
            assertThat(failed.maybeSent()).isTrue();
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void a_kept_connection_that_is_cut_does_not_make_the_request_go_out_twice() throws Exception {
        var count = new AtomicInteger();
        try (var server = RawServer.answering((request, out, socket) -> {
            if (count.incrementAndGet() > 1) {
                socket.close();
            } else {
                out.write(OK.getBytes(StandardCharsets.UTF_8));
            }
        })) {
            open.call(posting(server.address("/")));
            var failed = failure(open, posting(server.address("/")));

            assertThat(failed.maybeSent()).isTrue();
            assertThat(server.connections).hasValue(1);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void a_body_cut_short_is_no_answer() throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(StandardCharsets.UTF_8));
            socket.close();
        })) {
            assertThat(failure(open, Call.get(server.address("/"))).kind()).isEqualTo(Kind.CUT);
        }
    }

    @Test
    void an_endless_body_is_read_up_to_the_bound_only() throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        })) {
            assertThat(failure(open, Call.get(server.address("/")).atMost(50_000))
                            .kind())
                    .isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void a_body_said_to_be_larger_than_the_bound_is_not_read_at_all() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 50001\r\n\r\n")) {
            assertThat(failure(open, Call.get(server.address("/")).atMost(50_000))
                            .kind())
                    .isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void a_packed_body_counts_as_what_it_unpacks_to() throws Exception {
        var bomb = packed(new byte[20_000_000]);
        assertThat(bomb.length).isLessThan(30_000);
        try (var server = packedServer(bomb)) {
            assertThat(failure(open, Call.get(server.address("/"))).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void a_packed_body_is_unpacked() throws Exception {
        try (var server = packedServer(packed("Moikka".getBytes(StandardCharsets.UTF_8)))) {
            var answer = open.call(Call.get(server.address("/")));

            assertThat(answer.text()).isEqualTo("Moikka");
            assertThat(answer.header("content-encoding")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage garbage\r\n\r\n",
                "HTTP/1.1 xyz OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"
            })
    void garbage_is_malformed(String answer) throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> {
            out.write(answer.getBytes(StandardCharsets.UTF_8));
            socket.close();
        })) {
            var failed = failure(open, Call.get(server.address("/")));

            assertThat(failed.kind()).isIn(Kind.MALFORMED, Kind.CUT);
            assertThat(failed.maybeSent()).isTrue();
        }
    }

    @Test
    void headers_without_end_are_given_up() throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; ; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.UTF_8));
            }
        })) {
            assertThat(failure(open, Call.get(server.address("/"))).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void headers_that_would_smuggle_are_not_sent() {
        var address = URI.create("http://127.0.0.1:1/");
        for (var header : Map.of(
                        "X-A", "b\r\nHost: c", "Host", "other", "Transfer-Encoding", "chunked", "Bad Name", "x")
                .entrySet()) {
            var failed = failure(open, Call.get(address).with(header.getKey(), header.getValue()));

            assertThat(failed.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(failed.maybeSent()).isFalse();
        }
    }

    private static Call posting(URI address) {
        var post = Call.json(address, "body");
        return new Call(post.method(), address, post.headers(), post.body(), post.deadline(), post.maxBytes(), 5);
    }

    private static CallFailed failure(Outbound outbound, Call call) {
        var failed = catchThrowableOfType(CallFailed.class, () -> outbound.call(call));
        assertThat(failed).as("the failure of " + call.address()).isNotNull();
        return failed;
    }

    private static String redirect(int status, String target) {
        return "HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + target + "\r\nContent-Length: 4\r\n\r\ngone";
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static RawServer packedServer(byte[] packed) throws IOException {
        return RawServer.answering((request, out, socket) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(packed);
        });
    }

    /** Speaks no TLS, but does speak. */
    private static ServerSocket talkative() throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            try (server;
                    var socket = server.accept()) {
                socket.getOutputStream().write("SSH-2.0-none\r\nSSH-2.0-none\r\n".getBytes(StandardCharsets.UTF_8));
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // the client has gone, as it should
            }
        });
        return server;
    }
}
