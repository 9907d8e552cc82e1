package dev.parvi.team;

import dev.parvi.shared.BrandId;

/** A case that was given away came back: answered, or declined. */
public record HandOffAnswered(BrandId brand, long handOff, HandOff.Subject subject, HandOff.State state) {}
