package dev.parvi.planning;

import dev.parvi.shared.PillarId;

/** A pillar that a post may name. */
public record PillarChoice(PillarId id, String name) {}
