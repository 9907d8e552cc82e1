package dev.parvi.connector;

import dev.parvi.shared.BrandId;

/**
 * Something new is there: what the brand has on this network is worth reading now. A connector that hears of news by itself
 * publishes it as an application event (the own page does, at once); those that don't are read on their turn.
 */
public record Stirred(BrandId brand, String network) {}
