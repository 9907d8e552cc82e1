package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.util.UUID;

/**
 * A moderator said that an utterance is something else than was understood.
 *
 * @param act by which it's undone
 */
public record Corrected(UUID act, MemberId by, Instant at) {}
