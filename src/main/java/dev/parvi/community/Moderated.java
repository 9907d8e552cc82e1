package dev.parvi.community;

import dev.parvi.connector.Moderates.Act;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.MemberId;
import java.time.Instant;

/**
 * What was done at the network to an utterance, or to who said it.
 *
 * @param by who did it, or who made the rule that did
 * @param rule its name; empty where a member did it
 */
public record Moderated(CommentId comment, long profile, Act act, MemberId by, Instant at, String rule) {}
