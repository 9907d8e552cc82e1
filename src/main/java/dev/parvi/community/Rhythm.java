package dev.parvi.community;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Descriptor.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How often is read: often while people talk, seldom when they sleep, and never beyond what the network lets us. */
final class Rhythm {

    static final Duration SOONEST = Duration.ofSeconds(10);
    static final Duration LATEST = Duration.ofMinutes(15);
    static final Duration TALK_SOONEST = Duration.ofSeconds(30);
    static final Duration TALK_LATEST = Duration.ofHours(6);
    /** A talk in which nobody has spoken for so long is read no more, until somebody does. */
    static final Duration ASLEEP = Duration.ofDays(30);

    /** A pause is this part of how long it has been silent. */
    private static final int PART = 10;

    private static final Duration FAULT_SOONEST = Duration.ofSeconds(30);
    private static final Duration FAULT_LATEST = Duration.ofMinutes(30);
    private static final Duration OWN_FAULT_LATEST = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 12;

    /** A network that asks for more peace than this has gone mad, or its clock has. */
    private static final Duration PEACE_LATEST = Duration.ofHours(24);

    /** Faults of the network as a whole, or of the way to it: whatever is asked next meets the same. */
    private static final Set<String> EVERYWHERE =
            Set.of("unreachable", "timeout", "cut", "server", "limited", "forbidden-address", "disconnected", "sealed");

    private Rhythm() {}

    /** The pause before an account is read again. Half its calls are kept for its talks. */
    static Duration pause(Instant alive, Instant now, Pace pace) {
        return longer(between(SOONEST, Duration.between(alive, now).dividedBy(PART), LATEST), least(pace));
    }

    /** How many of the window's calls are kept for what is new, with so much of the window left. */
    static long kept(Duration left, Pace pace) {
        return Math.max(0, left.dividedBy(longer(SOONEST, least(pace))));
    }

    private static Duration least(Pace pace) {
        return pace.window().dividedBy(Math.max(1, pace.calls() / 2));
    }

    /** The pause before a talk is read again. */
    static Duration talk(Instant heard, Instant now) {
        return between(TALK_SOONEST, Duration.between(heard, now).dividedBy(PART), TALK_LATEST);
    }

    static boolean asleep(Instant heard, Instant now) {
        return Duration.between(heard, now).compareTo(ASLEEP) > 0;
    }

    /**
     * After failures in a row: doubling, shorter for what passes, longer where we don't understand the answer; never sooner than
     * the network asked for.
     */
    static Duration after(ConnectorFailed failed, int failures, Pace pace) {
        var usual = usual(failed, failures, pace);
        return longer(usual, between(Duration.ZERO, failed.after(), PEACE_LATEST));
    }

    private static Duration usual(ConnectorFailed failed, int failures, Pace pace) {
        return switch (failed.fault().code()) {
            case "limited" -> longer(pace.window(), doubled(failures, FAULT_LATEST));
            case "unreachable", "timeout", "cut", "server" -> doubled(failures, FAULT_LATEST);
            default -> doubled(failures + 3, OWN_FAULT_LATEST);
        };
    }

    static boolean everywhere(ConnectorFailed failed) {
        return failed.reauth() || EVERYWHERE.contains(failed.fault().code());
    }

    private static Duration doubled(int failures, Duration most) {
        return between(
                FAULT_SOONEST, FAULT_SOONEST.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS)), most);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration between(Duration least, Duration wished, Duration most) {
        if (wished.compareTo(least) < 0) {
            return least;
        }
        return wished.compareTo(most) > 0 ? most : wished;
    }
}
