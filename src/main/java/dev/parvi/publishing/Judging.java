package dev.parvi.publishing;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.PublishOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What an outcome means for a delivery: pure, so that each case can be read and tested. */
final class Judging {

    /** After so many tries a delivery that a person has released is given back to them. */
    static final int MOST_TRIES = 12;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration UNTIL_SIGNED_IN = Duration.ofDays(36_500);

    /** Who asks to be asked again after a day or more waits for a person, not for a machine. */
    private static final Duration A_PERSONS_TIME = Duration.ofDays(1);

    private final RandomGenerator random;

    Judging(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param tries how many attempts were made, this one included
     * @param settled from when on the network can be read back: the call's deadline, or now where it dedupes by our key
     * @param finds whether the network can be read back at all
     */
    Verdict of(PublishOutcome outcome, int tries, Instant now, Instant settled, boolean finds) {
        return switch (outcome) {
            case PublishOutcome.Published(var sent) -> Verdict.published("PUBLISHED", sent);
            case PublishOutcome.Rejected(var fault) -> Verdict.ended(DeliveryState.FAILED, "REJECTED", fault);
            case PublishOutcome.RetryAfter(var fault, var after) -> retry(fault, after, tries, now);
            case PublishOutcome.NeedsReauth(var fault) ->
                Verdict.again("NEEDS_REAUTH", now, false, fault)
                        .holding(now.plus(UNTIL_SIGNED_IN))
                        .losing();
            case PublishOutcome.Unknown(var fault) -> unknown(fault, tries, now, settled, finds);
            case PublishOutcome.Pending(var note, var again) ->
                again.compareTo(A_PERSONS_TIME) >= 0
                        ? Verdict.ended(DeliveryState.PENDING, "PENDING", new Fault(note, ""))
                        : Verdict.again("PENDING", now.plus(again), true, new Fault(note, ""));
        };
    }

    /** What reading back means where it did not show that the parcel is absent. */
    Verdict of(Finding finding, int tries, Instant now) {
        return switch (finding) {
            case Finding.Found(var sent) -> Verdict.published("FOUND", sent);
            case Finding.CannotTell(var fault) ->
                tries >= MOST_TRIES
                        ? Verdict.ended(DeliveryState.UNKNOWN, "CANNOT_TELL", fault)
                        : Verdict.again("CANNOT_TELL", now.plus(wait(tries)), true, fault);
            case Finding.Absent() -> throw new IllegalArgumentException("What is absent is sent, not judged");
        };
    }

    private Verdict retry(Fault fault, Duration after, int tries, Instant now) {
        if (tries >= MOST_TRIES) {
            return Verdict.ended(DeliveryState.FAILED, "GIVEN_UP", fault);
        }
        var at = now.plus(most(after, wait(tries)));
        var verdict = Verdict.again("RETRY", at, false, fault);
        // A network that names a time means the whole account, not this post.
        return after.isPositive() ? verdict.holding(now.plus(after)) : verdict;
    }

    private Verdict unknown(Fault fault, int tries, Instant now, Instant settled, boolean finds) {
        if (!finds || tries >= MOST_TRIES) {
            return Verdict.ended(DeliveryState.UNKNOWN, "UNKNOWN", fault);
        }
        var at = now.plus(wait(tries));
        return Verdict.again("UNKNOWN", at.isBefore(settled) ? settled : at, true, fault);
    }

    /** Doubles from 2 s to 10 min, each drawn from the upper half so that many don't come back together. */
    private Duration wait(int tries) {
        var full = FIRST_WAIT.toMillis() << Math.min(tries - 1, 12);
        var capped = Math.min(full, LONGEST_WAIT.toMillis());
        return Duration.ofMillis(capped / 2 + random.nextLong(capped / 2 + 1));
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
