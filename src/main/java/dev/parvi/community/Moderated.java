package dev.parvi.community;

import dev.parvi.connector.Moderates.Act;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.MemberId;
import java.time.Instant;

/** What was done at the network to an utterance, or to who said it. */
public record Moderated(CommentId comment, long profile, Act act, MemberId by, Instant at) {}
