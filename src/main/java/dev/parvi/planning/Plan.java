package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.shared.WallTime;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version as its scheduling sees it.
 *
 * @param parts how many parts its thread has; 0 where there is nothing to say yet
 * @param time null where it isn't planned
 * @param by who planned it
 */
record Plan(
        VersionId version,
        PostId post,
        Place place,
        int parts,
        int comments,
        @Nullable Time time,
        @Nullable MemberId by,
        boolean sealed) {

    /** The account it goes to. */
    record Place(AccountId account, String network, String name, boolean closed) {}

    /** When it's planned: the wall time a person chose, and the instant it came to. */
    record Time(WallTime wall, WallTime.Choice choice, Instant instant) {

        static Time of(WallTime.Reading reading) {
            return new Time(reading.time(), reading.choice(), reading.instant());
        }

        /** As the zone's rules are known today. */
        Time again() {
            return of(wall.read(choice));
        }
    }

    boolean planned() {
        return time != null;
    }

    VersionScheduled scheduled(BrandId brand, Instant at, MemberId who) {
        return new VersionScheduled(brand, post, version, place.account(), place.network(), parts, comments, at, who);
    }

    /** @throws NullPointerException where it isn't planned */
    Time must() {
        return Objects.requireNonNull(time);
    }
}
