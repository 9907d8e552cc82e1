package dev.parvi.brand;

import java.util.List;
import java.util.Set;

/**
 * Whom a brand wants to reach, in words that can be checked against a profile.
 *
 * @param languages the codes of those that they speak; empty for any
 * @param places names of towns, regions, countries; empty for any
 * @param interests words that stand in a profile or in what somebody says; empty for any
 * @param leftOut kinds of profile that aren't meant, by the signs that {@link OutsiderSigns} lists
 * @param competitors their names
 * @param unwanted words in a profile that leave it out
 */
public record TargetAudience(
        List<String> languages,
        List<String> places,
        List<String> interests,
        Set<Outsider> leftOut,
        List<String> competitors,
        List<String> unwanted) {

    /** Of a brand that hasn't said. */
    public static final TargetAudience OPEN =
            new TargetAudience(List.of(), List.of(), List.of(), Set.of(), List.of(), List.of());

    /** A kind of profile that a brand may leave out. */
    public enum Outsider {
        /** Sellers of any kind. */
        SHOPS,
        AGENCIES,
        BOTS,
        /** Who lives on prize draws. */
        GIVEAWAYS
    }

    public TargetAudience {
        languages = List.copyOf(languages);
        places = List.copyOf(places);
        interests = List.copyOf(interests);
        leftOut = Set.copyOf(leftOut);
        competitors = List.copyOf(competitors);
        unwanted = List.copyOf(unwanted);
    }

    /** Whether nobody can be held against it. */
    public boolean open() {
        return equals(OPEN);
    }
}
