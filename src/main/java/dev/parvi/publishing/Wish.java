package dev.parvi.publishing;

import dev.parvi.team.Role;
import java.util.Set;

/** Of what a member wants to be told, and how. */
public record Wish(Set<AlertKind> kinds, boolean mail, boolean push) {

    public Wish {
        kinds = Set.copyOf(kinds);
    }

    /** What holds until a member says otherwise: who publishes is told of everything, others of nothing. */
    static Wish usual(Set<Role> roles) {
        return roles.contains(Role.MANAGER) || roles.contains(Role.AUTHOR)
                ? new Wish(AlertKind.all(), true, true)
                : new Wish(Set.of(), false, false);
    }
}
