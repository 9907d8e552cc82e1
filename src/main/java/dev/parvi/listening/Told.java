package dev.parvi.listening;

import dev.parvi.shared.ItemId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story with all that is known of it.
 *
 * @param tellings its items, the first first; at most {@link Browsing#TELLINGS}
 * @param voices its sources in the order in which they spoke
 * @param posts ours about it, the first first
 * @param apart stories that a member said are others
 */
public record Told(
        Story story,
        List<Telling> tellings,
        List<Voice> voices,
        Growth growth,
        List<OurPost> posts,
        List<StoryId> apart) {

    /**
     * One item of it.
     *
     * @param name what its source is called
     * @param copyOf the earlier item whose words it repeats
     * @param byHand a member put it here
     * @param likeness 0 to 1, to the nearest item when it joined; 0 of the first
     */
    public record Telling(Item item, String name, @Nullable ItemId copyOf, boolean byHand, double likeness) {}

    /**
     * A source in it.
     *
     * @param place 1 was first
     * @param at when it first spoke of it
     * @param items how often
     */
    public record Voice(Source source, int place, Instant at, int items) {}

    /**
     * How fast it grows.
     *
     * @param hours from its first hour to now, at most {@link Browsing#HOURS} of them, the latest last
     * @param lately items in the last {@link Rising#HOURS} hours
     * @param latelySources different sources among them
     * @param usual items that a story of this age class usually gets in these hours of the day; null while too little is known
     */
    public record Growth(
            List<Hour> hours,
            int lately,
            int latelySources,
            @Nullable Double usual) {}

    /** What came within one hour. */
    public record Hour(Instant from, int items, int sources) {}

    /** A post of ours about it. */
    public record OurPost(Coverage.Post post, How how) {}

    /** How we know that a post is about it. */
    public enum How {
        /** It was made of the story. */
        MADE,
        /** It carries a link of the story. */
        LINK,
        /** It says the same. */
        WORDS
    }
}
