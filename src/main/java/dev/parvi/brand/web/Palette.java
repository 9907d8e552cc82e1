package dev.parvi.brand.web;

import java.util.ArrayList;
import java.util.List;

/** Colours that look well on a desk. A brand with another one keeps it. */
public final class Palette {

    private static final List<Colour> GOOD = List.of(
            new Colour("pine", "#1f6f5c"),
            new Colour("lake", "#1d6fa5"),
            new Colour("indigo", "#4654a3"),
            new Colour("plum", "#7a4392"),
            new Colour("berry", "#b0305c"),
            new Colour("brick", "#b4472b"),
            new Colour("amber", "#a8660a"),
            new Colour("graphite", "#4a5560"));

    private Palette() {}

    /** @param key {@code brand.colour.<key>} is its name */
    public record Colour(String key, String hex) {}

    public static List<Colour> with(String own) {
        if (GOOD.stream().anyMatch(each -> each.hex().equals(own))) {
            return GOOD;
        }
        var all = new ArrayList<>(GOOD);
        all.add(new Colour("own", own));
        return all;
    }
}
