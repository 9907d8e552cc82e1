package dev.parvi.brand;

import dev.parvi.shared.BrandId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Whose voice we are.
 *
 * @param handle its name in addresses: 2 to 40 of a-z, 0-9 and hyphen
 * @param does what it does, in a sentence or two
 * @param accent its one colour, {@code #rrggbb}
 * @param approval whether a post needs a yes before anything is scheduled
 * @param lateLimit what is later than this waits for a person
 * @param sample whether it's the sample brand, removable in one click
 */
public record Brand(
        BrandId id,
        String handle,
        String name,
        ZoneId zone,
        Locale language,
        String does,
        Set<Aim> aims,
        String accent,
        boolean approval,
        Duration lateLimit,
        boolean sample) {

    /** What an account, or the whole brand, is there for. */
    public enum Aim {
        SALES,
        AWARENESS,
        IMAGE,
        COMMUNITY,
        GROWTH
    }
}
