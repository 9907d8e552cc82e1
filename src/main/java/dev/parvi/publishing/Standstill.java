package dev.parvi.publishing;

import java.time.Instant;

/**
 * A brand that sends nothing at present.
 *
 * @param held how many deliveries would have gone by now
 */
public record Standstill(Instant since, int held) {}
