package dev.parvi.support;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A WebSocket server on loopback that does with each that connects what a test wants. */
public final class SpeakingServer extends WebSocketServer implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");

    private final BiConsumer<WebSocket, String> speaking;
    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    /** @param speaking is given each connection and what it asked for, in a thread of its own */
    public SpeakingServer(BiConsumer<WebSocket, String> speaking) throws InterruptedException {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.speaking = speaking;
        setReuseAddr(true);
        setDaemon(true);
        start();
        if (!started.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not start");
        }
    }

    public URI address(String path) {
        return URI.create("ws://127.0.0.1:" + getPort() + path);
    }

    public int opened() {
        return opened.get();
    }

    /** What the connections called us. */
    public List<String> hosts() {
        return hosts;
    }

    /** Waits until every connection there was has ended. */
    public void awaitGone() throws InterruptedException {
        for (var look = 0; look < 500 && closed.get() < opened.get(); look++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        if (closed.get() < opened.get()) {
            throw new AssertionError("a connection is still open");
        }
    }

    /** What a server says that agrees to speak. */
    public static byte[] agree(String request) {
        var key = KEY.matcher(request);
        if (!key.find()) {
            throw new AssertionError("no key in " + request);
        }
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                            .getBytes(StandardCharsets.US_ASCII));
            return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake shaken) {
        opened.incrementAndGet();
        hosts.add(shaken.getFieldValue("Host"));
        var asked = shaken.getResourceDescriptor();
        Thread.ofVirtual().start(() -> speaking.accept(connection, asked));
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        closed.incrementAndGet();
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        // nobody asks it anything
    }

    @Override
    public void onError(WebSocket connection, Exception e) {
        // the other side went away, as some tests want
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void close() {
        try {
            stop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
