package dev.parvi.planning;

import dev.parvi.shared.PillarId;

/**
 * A pillar that a post may name.
 *
 * @param wanted how much of all posts it should be, in per cent
 * @param real how much of what went out in the last 30 days and goes out in the next 30 it is, in per cent, rounded
 */
public record PillarChoice(PillarId id, String name, int wanted, int real) {}
