package dev.parvi.connector;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads who follows an account. Reading changes nothing at the network. Who joins or leaves while the pages are read may be among
 * them or not; who stood there from the first page to the last is among them.
 */
public interface Gathers {

    /** The most followers on one page. */
    int PAGE_MOST = 200;

    /**
     * One page of those who follow now.
     *
     * @param cursor where the page before ended, as {@link Crowd#cursor} gave it; empty for the first. One that can't be read begins anew
     */
    Crowd followers(Access access, String cursor) throws ConnectorFailed;

    /** How many pages an account may read. */
    Descriptor.Pace gathering();

    /**
     * @param cursor where the next page begins; empty after the last
     * @param total how many the network says there are; null where it doesn't say
     */
    record Crowd(
            List<Follower> followers,
            String cursor,
            @Nullable Long total) {

        public Crowd {
            followers = List.copyOf(followers);
        }

        /** Whether there are more pages. A page without anybody isn't the last by that. */
        public boolean more() {
            return !cursor.isEmpty();
        }
    }

    /**
     * Somebody who follows.
     *
     * @param id their lasting name on the network, the same that {@link Heard.Speaker#id} has where they speak
     * @param handle as it is written to mention them; empty where there is none
     * @param about what they say of themselves; empty where they don't
     * @param place where they say they are; empty where there is no such field
     * @param address where their profile can be read; null where they have none
     * @param since since when they follow; null where the network doesn't say
     */
    record Follower(
            String id,
            String name,
            String handle,
            String about,
            String place,
            @Nullable URI address,
            @Nullable Instant since) {}
}
