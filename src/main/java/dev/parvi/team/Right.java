package dev.parvi.team;

import java.util.EnumSet;
import java.util.Set;

/** What may be done in a brand, and by which roles. A manager may everything; every member may look. */
public enum Right {
    /** Write, change and plan posts, ideas and media. */
    WRITE(Role.AUTHOR),
    /** Say yes to a post, or ask for changes. */
    APPROVE(Role.APPROVER),
    /** Approve and delete comments, answer. */
    MODERATE(Role.MODERATOR),
    /** Pause everything, release what waits, try again. */
    STEER(Role.AUTHOR, Role.APPROVER),
    /** Connect and disconnect accounts; members; the brand's settings; the audit log. */
    MANAGE;

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = EnumSet.of(Role.MANAGER, roles);
    }

    public boolean of(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
