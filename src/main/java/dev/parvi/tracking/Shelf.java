package dev.parvi.tracking;

import dev.parvi.platform.DeskSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/**
 * A file beside the database in which visits wait while it's away: each batch is on the disk (fsync) before those who came are led
 * on. One thread works on it. Each batch stands there with its length and a sum over it, so that one that was cut off by a crash,
 * whom nobody was answered for, is known and left out.
 */
@Component
class Shelf {

    /** Two million visits; what comes then is led on and not counted. */
    static final long BYTES_MOST = 64L << 20;

    private static final int HEAD = Integer.BYTES + Long.BYTES;

    private final Path file;
    /** Behind the last whole batch; negative where that isn't known yet. */
    private long end = -1;

    Shelf(DeskSettings settings) {
        file = settings.home().toAbsolutePath().resolve("visits.waiting");
    }

    boolean isEmpty() {
        return !Files.exists(file);
    }

    /** @return whether it's on the disk; not where too many stand there */
    boolean put(Batch batch) throws IOException {
        var bytes = bytes(batch);
        try (var out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            var at = end < 0 ? soundEnd(out) : end;
            if (at + bytes.length > BYTES_MOST) {
                return false;
            }
            end = -1;
            var from = ByteBuffer.wrap(bytes);
            out.truncate(at).position(at);
            while (from.hasRemaining()) {
                out.write(from);
            }
            out.force(true);
            end = out.position();
            return true;
        }
    }

    /** All that wait there, the first first. */
    List<Batch> all() throws IOException {
        var all = new ArrayList<Batch>();
        if (!isEmpty()) {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            while (isSound(bytes)) {
                var body = new byte[bytes.getInt()];
                bytes.getLong();
                bytes.get(body);
                all.add(batch(body));
            }
        }
        return all;
    }

    void clear() throws IOException {
        end = -1;
        Files.deleteIfExists(file);
    }

    /** Where the last whole batch ends: behind it nothing can be found again. */
    private static long soundEnd(FileChannel file) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(Math.min(file.size(), BYTES_MOST)));
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            continue;
        }
        bytes.flip();
        while (isSound(bytes)) {
            bytes.position(bytes.position() + HEAD + bytes.getInt(bytes.position()));
        }
        return bytes.position();
    }

    private static boolean isSound(ByteBuffer bytes) {
        if (bytes.remaining() < HEAD) {
            return false;
        }
        var length = bytes.getInt(bytes.position());
        return length > 0
                && length <= bytes.remaining() - HEAD
                && sum(bytes.array(), bytes.position() + HEAD, length)
                        == bytes.getLong(bytes.position() + Integer.BYTES);
    }

    private static long sum(byte[] bytes, int from, int length) {
        var sum = new CRC32();
        sum.update(bytes, from, length);
        return sum.getValue();
    }

    private static byte[] bytes(Batch batch) throws IOException {
        var said = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(said)) {
            out.writeLong(batch.id.getMostSignificantBits());
            out.writeLong(batch.id.getLeastSignificantBits());
            out.writeUTF(batch.transaction == null ? "" : batch.transaction);
            out.writeInt(batch.size());
            for (int n = 0; n < batch.size(); n++) {
                out.writeLong(batch.at[n]);
                out.writeLong(batch.visitors[n]);
                out.writeInt(batch.brands[n]);
                out.writeInt(batch.links[n]);
                out.writeShort(batch.kinds[n]);
            }
        }
        var body = said.toByteArray();
        return ByteBuffer.allocate(HEAD + body.length)
                .putInt(body.length)
                .putLong(sum(body, 0, body.length))
                .put(body)
                .array();
    }

    private static Batch batch(byte[] body) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
            var id = new UUID(in.readLong(), in.readLong());
            var transaction = in.readUTF();
            var batch = new Batch(id, in.readInt());
            batch.transaction = transaction.isEmpty() ? null : transaction;
            for (int n = 0; n < batch.size(); n++) {
                batch.at[n] = in.readLong();
                batch.visitors[n] = in.readLong();
                batch.brands[n] = in.readInt();
                batch.links[n] = in.readInt();
                batch.kinds[n] = in.readShort();
            }
            return batch;
        }
    }
}
