package dev.parvi.team;

import dev.parvi.shared.MemberId;
import java.util.Locale;

/** A person of the team, whatever brands they work for. */
public record Member(MemberId id, String email, String name, Locale language) {}
