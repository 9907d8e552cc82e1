package dev.parvi.team.web;

import dev.parvi.team.Role;
import java.util.Map;
import java.util.Set;

/**
 * The form of an invitation.
 *
 * @param link the link just made; empty for none
 * @param faults by field, the key of the message that says how to mend it
 */
public record Offer(String email, Set<Role> roles, String link, Map<String, String> faults) {}
