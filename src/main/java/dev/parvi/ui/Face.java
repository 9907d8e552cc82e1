package dev.parvi.ui;

import java.time.ZoneId;

/**
 * How the brand of the page looks to the layout.
 *
 * @param handle its name in addresses: {@code /b/<handle>/…}
 * @param accent its one colour, {@code #rrggbb}
 */
public record Face(String handle, String name, String accent, ZoneId zone) {}
