package dev.parvi.team;

import java.time.Instant;

/** One line of the audit log. */
public record Entry(long id, Instant at, String member, String what, String subject, String detail) {}
