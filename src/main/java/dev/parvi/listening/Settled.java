package dev.parvi.listening;

import dev.parvi.shared.SourceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is remembered of one reading for the next. */
record Settled(
        SourceId source,
        String address,
        String etag,
        String modified,
        @Nullable UUID digest,
        byte @Nullable [] seen,
        int failures,
        int missing,
        @Nullable Double rhythm,
        @Nullable Double late,
        String hub,
        String topic,
        @Nullable Instant next) {

    static Settled read(Fetched.Read read, @Nullable Double rhythm, @Nullable Double late, Instant next) {
        var feed = read.feed();
        return new Settled(
                read.turn().source(),
                read.address(),
                read.etag(),
                read.modified(),
                read.digest(),
                read.seen(),
                0,
                0,
                rhythm,
                late,
                feed.hub(),
                feed.self().isEmpty() ? read.address() : feed.self(),
                next);
    }

    static Settled again(Fetched.Same same, Instant next) {
        var turn = same.turn();
        return of(turn, same.etag(), same.modified(), 0, 0, next);
    }

    static Settled failed(Fetched.Failed failed, int failures, int missing, @Nullable Instant next) {
        var turn = failed.turn();
        return of(turn, turn.etag(), turn.modified(), failures, missing, next);
    }

    private static Settled of(
            Turn turn, String etag, String modified, int failures, int missing, @Nullable Instant next) {
        return new Settled(
                turn.source(),
                turn.address(),
                etag,
                modified,
                turn.digest(),
                turn.seen(),
                failures,
                missing,
                turn.rhythm(),
                turn.late(),
                "",
                "",
                next);
    }
}
