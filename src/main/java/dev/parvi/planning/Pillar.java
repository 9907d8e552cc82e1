package dev.parvi.planning;

import dev.parvi.shared.PillarId;

/**
 * A theme that the content mix is made of.
 *
 * @param share how much of all posts it should be, in per cent; 0 to 100
 */
public record Pillar(PillarId id, String name, int share) {}
