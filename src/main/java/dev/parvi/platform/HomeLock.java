package dev.parvi.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One desk to a home folder. The system lets go of the lock when the process ends, however it ends. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;
    private final long taken = System.nanoTime();

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws StartRefused when another process has it */
    static HomeLock take(Home home) {
        return tryTake(home)
                .orElseThrow(
                        () -> new StartRefused(
                                "Parvi already runs on the home folder " + home.root() + holder(file(home)) + ".",
                                "Stop that one first, or give this one another folder: ./parvi --home FOLDER (or PARVI_HOME)."));
    }

    static Optional<HomeLock> tryTake(Home home) {
        var file = file(home);
        try {
            Files.createDirectories(home.root());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            note(channel);
            return Optional.of(new HomeLock(channel, lock));
        } catch (IOException e) {
            throw new StartRefused(
                    "The home folder " + home.root() + " can't be written to: " + e.getMessage() + ".",
                    "Give this user the right to write there, or choose another folder: ./parvi --home FOLDER (or PARVI_HOME).");
        }
    }

    Duration heldFor() {
        return Duration.ofNanos(System.nanoTime() - taken);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            // the process is ending, and the lock with it
        }
    }

    private static Path file(Home home) {
        return home.root().resolve("lock");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void note(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String holder(Path file) {
        try {
            var pid = Files.readString(file).strip();
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException e) {
            return "";
        }
    }
}
