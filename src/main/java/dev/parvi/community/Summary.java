package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.time.Instant;

/**
 * What an outside model made of a thread.
 *
 * @param model that made it
 * @param comments how many there were by then
 * @param by who asked for it
 */
public record Summary(String text, String model, int comments, MemberId by, Instant at) {}
