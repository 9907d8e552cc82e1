package dev.parvi.listening;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.SourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where we read.
 *
 * @param account through which a network is read, where that needs one
 * @param address where it's read; of a network what its connector needs to know
 * @param name what members call it, else what it calls itself, else its address
 * @param site its page for people; may be empty
 * @param language as a member said or as it claims; may be empty
 * @param weight from {@link #LEAST} to {@link #MOST}
 * @param reason why it isn't read or read less: a word of the bundle, {@code listening.source.reason.<reason>}; may be empty
 * @param detail what the other side said; may be empty
 * @param spokeAt when it last had something new
 * @param readAt when it was last read, whatever came of it; never for what is told us
 * @param nextAt when it's read next
 */
public record Source(
        SourceId id,
        Kind kind,
        @Nullable AccountId account,
        String address,
        String name,
        String site,
        String language,
        int weight,
        List<String> topics,
        boolean muted,
        State state,
        String reason,
        String detail,
        Instant since,
        @Nullable Instant spokeAt,
        @Nullable Instant readAt,
        @Nullable Instant nextAt,
        Figures figures) {

    /** It's read, but hardly counts. */
    public static final int LEAST = 0;

    public static final int USUAL = 1;
    public static final int MOST = 3;

    /** How a source is read. */
    public enum Kind {
        FEED,
        /** A page without a feed, watched for change. */
        PAGE,
        NETWORK
    }

    /** How it stands with it. */
    public enum State {
        LIVE,
        /** The last readings failed; it's tried again, ever more seldom. */
        FAILING,
        /** Gone for good: not read any more. */
        RETIRED,
        /** A member wants it not to be read for now. */
        PAUSED,
        /** A member took it out; its items stay. */
        REMOVED
    }

    /**
     * Its own record.
     *
     * @param items that it brought
     * @param told stories of several sources that it had a part in
     * @param firsts how many of these it told first
     * @param used items that we made posts of
     */
    public record Figures(long items, long told, long firsts, long used) {}
}
