package dev.parvi.team;

/** What a member is in one brand; a member may be several. */
public enum Role {
    MANAGER,
    AUTHOR,
    MODERATOR,
    APPROVER,
    ANALYST
}
