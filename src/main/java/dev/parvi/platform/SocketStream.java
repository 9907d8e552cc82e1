package dev.parvi.platform;

import dev.parvi.platform.CallFailed.Kind;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket on a connection that stands. The library reads in a thread of its own and calls us in it: where the queue is full
 * that thread waits, so nothing more is read and the other side has to wait too. No extension is offered, so nothing is unpacked.
 */
final class SocketStream implements OutboundStream {

    /** What a message costs beyond its bytes, so that a flood of empty ones fills the queue as well. */
    private static final int EACH = 64;

    private static final int UNREADABLE = 1007;
    private static final int TOO_LARGE = 1009;

    private final Client client;
    private final StreamCall call;
    private final String host;
    private final LinkedBlockingQueue<Message> queue = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final CountDownLatch agreed = new CountDownLatch(1);
    private volatile long lifeNanos = System.nanoTime();
    private volatile @Nullable CallFailed ended;
    private volatile boolean open;

    /** @param cost the room that it takes in the queue; 0 for the end */
    private record Message(String text, int cost) {
        static final Message END = new Message("", 0);
    }

    SocketStream(URI address, Map<String, String> headers, Socket socket, StreamCall call) {
        this.call = call;
        this.host = String.valueOf(address.getHost());
        this.room = new Semaphore(Math.max(call.queueBytes(), EACH));
        this.client = new Client(address, headers, call.maxBytes());
        client.setSocket(socket);
        client.setConnectionLostTimeout(0);
        client.setDaemon(true);
    }

    void open(Duration deadline) throws CallFailed {
        client.connect();
        try {
            if (!agreed.await(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
                close();
                throw new CallFailed(Kind.TIMEOUT, true, host + " took too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new CallFailed(Kind.CUT, true, "the opening of the stream was interrupted");
        }
        if (!open) {
            close();
            throw ending();
        }
    }

    @Override
    public Optional<String> next(Duration wait) throws CallFailed {
        var until = System.nanoTime() + wait.toNanos();
        var quarter = call.silence().dividedBy(4).toNanos();
        while (true) {
            var left = until - System.nanoTime();
            var message = poll(Math.clamp(left, 0, Math.max(1, quarter)));
            if (message == Message.END) {
                queue.add(Message.END);
                throw ending();
            }
            if (message != null) {
                room.release(message.cost());
                return Optional.of(message.text());
            }
            lookForLife(quarter);
            if (left <= 0) {
                return Optional.empty();
            }
        }
    }

    private @Nullable Message poll(long nanos) throws CallFailed {
        try {
            return queue.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(Kind.CUT, true, "reading the stream was interrupted");
        }
    }

    /** Only here, where everything that came was taken: who holds the other side up can't complain of its silence. */
    private void lookForLife(long quarter) throws CallFailed {
        var silent = System.nanoTime() - lifeNanos;
        if (silent > call.silence().toNanos()) {
            close();
            throw new CallFailed(Kind.TIMEOUT, true, host + " has fallen silent");
        }
        if (silent >= quarter && ended == null) {
            try {
                client.sendPing();
            } catch (WebsocketNotConnectedException e) {
                end(Kind.CUT, "the connection to " + host + " was cut");
            }
        }
    }

    private CallFailed ending() {
        var why = ended;
        return why != null ? why : new CallFailed(Kind.CUT, true, "the connection to " + host + " was cut");
    }

    private void end(Kind kind, String message) {
        if (ended == null) {
            ended = new CallFailed(kind, true, message);
        }
        queue.add(Message.END);
        agreed.countDown();
    }

    @Override
    public void close() {
        end(Kind.CUT, "the stream was closed");
        // A reader that waits for room lets go of its last message.
        room.release(call.queueBytes() + call.maxBytes() + EACH);
        client.away();
    }

    private final class Client extends WebSocketClient {

        Client(URI address, Map<String, String> headers, int maxBytes) {
            super(address, new Draft_6455(List.of(), List.of(new Protocol("")), maxBytes), headers);
        }

        @Override
        public void onOpen(ServerHandshake shaken) {
            open = true;
            agreed.countDown();
        }

        @Override
        public void onMessage(String text) {
            lifeNanos = System.nanoTime();
            var bytes = text.getBytes(StandardCharsets.UTF_8).length + EACH;
            var cost = Math.min(bytes, Math.max(call.queueBytes(), EACH));
            try {
                room.acquire(cost);
                if (ended == null) {
                    queue.add(new Message(text, cost));
                }
                lifeNanos = System.nanoTime();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onWebsocketPong(WebSocket from, Framedata frame) {
            lifeNanos = System.nanoTime();
        }

        @Override
        public void onWebsocketPing(WebSocket from, Framedata frame) {
            lifeNanos = System.nanoTime();
            // Who asks without end and takes no answers would fill our memory.
            if (!hasBufferedData()) {
                super.onWebsocketPing(from, frame);
            }
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            switch (code) {
                case TOO_LARGE -> end(Kind.TOO_LARGE, host + " said more at once than was to be read");
                case UNREADABLE -> end(Kind.MALFORMED, host + " said what is no text");
                default -> end(open ? Kind.CUT : Kind.MALFORMED, said(code, reason));
            }
        }

        private String said(int code, String reason) {
            return (open ? host + " ended the stream: " : host + " opened no stream: ") + code + " " + reason;
        }

        @Override
        public void onError(Exception e) {
            // The closing that follows says what there is to say.
        }

        /** At once: the closing handshake would wait for one who may be silent. */
        void away() {
            closeConnection(1001, "");
            var socket = getSocket();
            if (socket != null) {
                try {
                    socket.close();
                } catch (java.io.IOException e) {
                    // it is gone, which was the aim
                }
            }
        }
    }
}
