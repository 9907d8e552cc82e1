package dev.parvi.community;

import java.util.Map;

/**
 * A view of the inbox that somebody keeps.
 *
 * @param everybodys whether all members see it, or only who made it
 * @param query by the names that the address of the inbox uses
 */
public record SavedView(long id, String name, boolean everybodys, Map<String, String> query) {}
