package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.platform.CallFailed.Kind;
import dev.parvi.support.SpeakingServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a stream can fail, and that one who can't keep up is waited for. */
@Timeout(30)
class OutboundStreamsTest {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CheckedOutbound door = outbound(InetAddress::getAllByName);

    private static CheckedOutbound outbound(LookUp lookUp) {
        return new CheckedOutbound(
                lookUp,
                address -> !address.getHostAddress().equals("127.0.0.1") && ForbiddenAddresses.contain(address),
                "Parvi/test");
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void messages_come_in_their_order_and_none_before_there_is_one() throws Exception {
        try (var server = new SpeakingServer((to, path) -> {
                    assertThat(path).isEqualTo("/subscribe?cursor=7");
                    IntStream.range(0, 100).forEach(i -> to.send("n" + i));
                });
                var stream = door.open(StreamCall.to(server.address("/subscribe?cursor=7")))) {
            for (var i = 0; i < 100; i++) {
                assertThat(stream.next(WAIT)).contains("n" + i);
            }
            assertThat(stream.next(Duration.ofMillis(50))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://127.0.0.2/",
                "ws://localhost:1/",
                "wss://10.0.0.1/",
                "ws://[::ffff:10.0.0.1]/",
                "ws://169.254.169.254/",
                "http://127.0.0.1/",
                "ws://user@127.0.0.1/"
            })
    void forbidden_addresses_are_not_connected_to(String address) {
        try (var strict = new CheckedOutbound(InetAddress::getAllByName, ForbiddenAddresses::contain, "test")) {
            assertThat(failure(strict, StreamCall.to(URI.create(address))).kind())
                    .isEqualTo(Kind.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    void a_name_that_stands_for_a_forbidden_address_too_is_not_connected_to() throws Exception {
        try (var server = new SpeakingServer((to, path) -> to.send("no"));
                var mixed = outbound(host ->
                        new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")})) {
            var call = StreamCall.to(URI.create("ws://mixed.example:" + server.getPort() + "/"));
            assertThat(failure(mixed, call).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(server.opened()).isZero();
        }
    }

    @Test
    void the_name_is_kept_while_the_checked_address_is_connected_to() throws Exception {
        try (var server = new SpeakingServer((to, path) -> to.send("hei"));
                var named = outbound(host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});
                var stream = named.open(StreamCall.to(URI.create("ws://stream.example:" + server.getPort() + "/")))) {
            assertThat(stream.next(WAIT)).contains("hei");
            assertThat(server.hosts()).containsExactly("stream.example:" + server.getPort());
        }
    }

    @Test
    void who_cannot_keep_up_is_waited_for_and_misses_nothing() throws Exception {
        var long_ = "x".repeat(10_000);
        var connection = new WebSocket[1];
        var said = new CountDownLatch(1);
        try (var server = new SpeakingServer((to, path) -> {
                    connection[0] = to;
                    IntStream.range(0, 2_000).forEach(i -> to.send(i + long_));
                    said.countDown();
                });
                var stream = door.open(StreamCall.to(server.address("/")).atMost(20_000, 40_000))) {
            assertThat(stream.next(WAIT)).contains("0" + long_);
            said.await();
            for (var look = 0; look < 5; look++) {
                assertThat(connection[0].hasBufferedData())
                        .as("20 MB don't go out to one who takes 40 kB")
                        .isTrue();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            for (var i = 1; i < 2_000; i++) {
                assertThat(stream.next(WAIT)).contains(i + long_);
            }
        }
    }

    @Test
    void a_message_that_is_too_long_ends_the_stream() throws Exception {
        try (var server = new SpeakingServer((to, path) -> {
                    to.send("first");
                    to.send("y".repeat(5_000));
                });
                var stream = door.open(StreamCall.to(server.address("/")).atMost(1_000, 10_000))) {
            assertThat(ending(stream).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void what_came_before_a_cut_is_taken_before_the_cut_is_told() throws Exception {
        try (var server = new SpeakingServer((to, path) -> {
                    to.send("one");
                    to.send("two");
                    to.close();
                });
                var stream = door.open(StreamCall.to(server.address("/")))) {
            var taken = new ArrayList<String>();
            taken.add(stream.next(WAIT).orElseThrow());
            taken.add(stream.next(WAIT).orElseThrow());
            assertThat(taken).containsExactly("one", "two");
            assertThat(ending(stream).kind()).isEqualTo(Kind.CUT);
            assertThat(ending(stream).kind()).as("and stays so").isEqualTo(Kind.CUT);
        }
    }

    @Test
    void one_who_gives_no_sign_of_life_counts_as_cut_off() throws Exception {
        try (var server = RawServer.answering((request, out, socket) -> out.write(SpeakingServer.agree(request)));
                var stream = door.open(StreamCall.to(URI.create("ws://127.0.0.1:" + server.port() + "/"))
                        .silentAtMost(SHORT))) {
            assertThat(ending(stream).kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void one_who_answers_pings_is_alive_however_little_it_says() throws Exception {
        try (var server = new SpeakingServer((to, path) -> {});
                var stream = door.open(StreamCall.to(server.address("/")).silentAtMost(SHORT))) {
            assertThat(stream.next(Duration.ofMillis(1_000))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
                "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: ws://10.0.0.1/\r\nContent-Length: 0\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n"
            })
    void what_is_no_stream_is_said_so(String answer) throws Exception {
        try (var server = RawServer.saying(answer)) {
            var call = StreamCall.to(URI.create("ws://127.0.0.1:" + server.port() + "/"))
                    .within(Duration.ofSeconds(3));
            assertThat(failure(door, call).kind()).isIn(Kind.MALFORMED, Kind.TIMEOUT);
        }
    }

    @Test
    void the_deadline_holds_for_one_who_accepts_and_says_nothing() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var at = URI.create("ws://127.0.0.1:" + silent.getLocalPort() + "/");
            assertThat(failure(door, StreamCall.to(at).within(SHORT)).kind()).isEqualTo(Kind.TIMEOUT);
            var secure = URI.create("wss://127.0.0.1:" + silent.getLocalPort() + "/");
            assertThat(failure(door, StreamCall.to(secure).within(SHORT)).kind())
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void nobody_listens_there() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(failure(door, StreamCall.to(URI.create("ws://127.0.0.1:" + port + "/")))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void closing_ends_a_reader_that_waits_for_room() throws Exception {
        try (var server =
                new SpeakingServer((to, path) -> IntStream.range(0, 1_000).forEach(i -> to.send("z".repeat(1_000))))) {
            var stream = door.open(StreamCall.to(server.address("/")).atMost(2_000, 2_000));
            assertThat(stream.next(WAIT)).isPresent();
            stream.close();
            server.awaitGone();
        }
    }

    private static CallFailed failure(CheckedOutbound door, StreamCall call) {
        return catchThrowableOfType(CallFailed.class, () -> door.open(call).close());
    }

    private static CallFailed ending(OutboundStream stream) {
        return catchThrowableOfType(CallFailed.class, () -> {
            while (true) {
                stream.next(WAIT);
            }
        });
    }
}
