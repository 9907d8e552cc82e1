package dev.parvi.team;

import java.time.Instant;

/**
 * A browser that a member is signed in with.
 *
 * @param lastBrand the handle of the brand last worked in there; empty for none
 */
public record SignedIn(long id, Member member, Instant madeAt, Instant seenAt, Device device, String lastBrand) {}
