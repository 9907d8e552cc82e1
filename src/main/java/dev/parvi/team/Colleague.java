package dev.parvi.team;

import java.time.Instant;
import java.util.Set;

/** A member of a brand as the others of it see them. */
public record Colleague(Member member, Set<Role> roles, Instant since) {}
