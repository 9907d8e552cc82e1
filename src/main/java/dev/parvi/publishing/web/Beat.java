package dev.parvi.publishing.web;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to a delivery, in the reader's words.
 *
 * @param at null-free: what is still to come has the instant it's expected at
 * @param tone {@code good}, {@code bad}, {@code open} for what is still to come, or {@code plain}
 * @param text a sentence on it; empty for none
 */
public record Beat(Instant at, String tone, String title, String text, List<Line> lines) {

    static Beat of(Instant at, String tone, String title, String text) {
        return new Beat(at, tone, title, text, List.of());
    }

    /** A fact with its name. */
    public record Line(String name, String value) {}
}
