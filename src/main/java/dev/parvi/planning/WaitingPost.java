package dev.parvi.planning;

import dev.parvi.shared.PostId;
import java.time.Instant;

/**
 * A post that isn't in the calendar yet.
 *
 * @param said how it begins, at most 120 characters; empty where nothing is written yet
 * @param more how many others stand where it stands
 */
public record WaitingPost(PostId post, PostState state, String said, String author, Instant changedAt, int more) {}
