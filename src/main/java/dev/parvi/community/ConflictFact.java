package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.time.Instant;

/** What is known about a case. @param profile whom it is about; 0 for nobody in particular */
public record ConflictFact(long id, long profile, String text, MemberId by, Instant at) {}
