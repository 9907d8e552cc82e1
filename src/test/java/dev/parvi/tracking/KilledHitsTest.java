package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.support.DeskProcess;
import dev.parvi.support.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 people come, each by a link of their own, while the desk is killed three times: who was answered is counted, and nobody twice. */
class KilledHitsTest {

    private static final int HITS = 100_000;
    private static final int THREADS = 24;
    private static final int[] KILLED_AT = {15_000, 45_000, 75_000};

    @TempDir
    Path home;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final BitSet answered = new BitSet(HITS);
    private final AtomicInteger toldToComeAgain = new AtomicInteger();
    private final AtomicInteger otherwise = new AtomicInteger();
    private final CountDownLatch all = new CountDownLatch(THREADS);
    private volatile int port;

    @Test
    void none_that_was_answered_is_lost_and_none_is_counted_twice() throws Exception {
        var url = TestDatabase.fresh();
        var codes = IntStream.range(0, HITS)
                .mapToObj(n -> Codes.of("%08d".formatted(n)))
                .toList();
        var desk = start(url);
        try {
            links(url, codes.toArray(String[]::new));
            for (int n = 0; n < THREADS; n++) {
                Thread.ofVirtual().start(() -> {
                    try (var caller = new Caller()) {
                        for (int hit = next.getAndIncrement(); hit < HITS; hit = next.getAndIncrement()) {
                            if (caller.follows(codes.get(hit), hit)) {
                                synchronized (answered) {
                                    answered.set(hit);
                                }
                            }
                            done.incrementAndGet();
                        }
                    } finally {
                        all.countDown();
                    }
                });
            }
            for (var at : KILLED_AT) {
                while (done.get() < at) {
                    LockSupport.parkNanos(1_000_000);
                }
                desk.kill();
                desk = start(url);
            }
            all.await();
        } finally {
            desk.close();
        }
        check(url);
    }

    private void check(String url) throws SQLException {
        try (var database = DriverManager.getConnection(url, TestDatabase.user(), TestDatabase.password());
                var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select cast(left(l.code, 8) as int), count(*) from visit v join tracked_link l on l.id = v.link_id group by 1")) {
            var kept = new BitSet(HITS);
            while (rows.next()) {
                assertThat(rows.getInt(2)).as("hit " + rows.getInt(1)).isEqualTo(1);
                kept.set(rows.getInt(1));
            }
            var lost = (BitSet) answered.clone();
            lost.andNot(kept);
            System.out.printf(
                    "answered %d, kept %d, lost %d; told to come again %d, otherwise %d, cut off %d%n",
                    answered.cardinality(),
                    kept.cardinality(),
                    lost.cardinality(),
                    toldToComeAgain.get(),
                    otherwise.get(),
                    HITS - answered.cardinality() - toldToComeAgain.get() - otherwise.get());
            assertThat(lost.cardinality()).isZero();
            assertThat(toldToComeAgain.get() + otherwise.get())
                    .as("a desk that has just started leads everybody on, or nearly so where the machine is very busy")
                    .isLessThanOrEqualTo(THREADS);
            assertThat(answered.cardinality())
                    .as("only those who were under way, or came while it died")
                    .isGreaterThanOrEqualTo(HITS - KILLED_AT.length * THREADS * 2);
        }
    }

    private DeskProcess start(String url) {
        var desk = DeskProcess.start(
                home.resolve("home"),
                Path.of("target", "killed-hits.log"),
                "--parvi.database-url=" + url,
                "--parvi.database-user=" + TestDatabase.user(),
                "--parvi.database-password=" + TestDatabase.password(),
                "--parvi.background=false");
        port = desk.port();
        return desk;
    }

    private static void links(String url, String[] codes) throws SQLException {
        try (var database = DriverManager.getConnection(url, TestDatabase.user(), TestDatabase.password());
                var statement = database.createStatement()) {
            statement.execute("insert into brand (handle, name, zone, language) values ('hits', 'Hits', 'UTC', 'en')");
            try (var insert = database.prepareStatement("""
                    insert into tracked_link (brand_id, code, key, address, target, made_at)
                    select b.id, c, gen_random_uuid(), 'https://example.org/', 'https://example.org/', now()
                    from brand b, unnest(?) c where b.handle = 'hits'
                    """)) {
                insert.setArray(1, database.createArrayOf("text", codes));
                insert.executeUpdate();
            }
        }
    }

    /** One connection at a time; asks each once, for who asks again may be counted again. */
    private final class Caller implements AutoCloseable {

        private Socket socket = new Socket();

        boolean follows(String code, int hit) {
            try {
                connect();
                socket.getOutputStream()
                        .write(("GET /l/" + code + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100."
                                        + hit % 250 + "\r\nUser-Agent: Mozilla/5.0 Firefox/142.0\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                var answer = read(socket.getInputStream());
                // Tomcat says so after a hundred answers on one line.
                if (answer.contains("Connection: close")) {
                    close();
                }
                if (answer.startsWith("HTTP/1.1 302")) {
                    return true;
                }
                (answer.startsWith("HTTP/1.1 503") ? toldToComeAgain : otherwise).incrementAndGet();
                return false;
            } catch (IOException e) {
                close();
                return false;
            }
        }

        /** Nothing was sent yet, so it may wait until the desk is there again. */
        private void connect() {
            while (!socket.isConnected() || socket.isClosed()) {
                try {
                    socket = new Socket(InetAddress.getLoopbackAddress(), port);
                } catch (IOException e) {
                    LockSupport.parkNanos(50_000_000);
                }
            }
        }

        private String read(InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                var sign = in.read();
                if (sign < 0) {
                    throw new IOException("cut off");
                }
                head.append((char) sign);
            }
            return head.toString();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing was left to be said.
            }
        }
    }
}
