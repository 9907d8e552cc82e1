package dev.parvi.analysis;

import java.util.List;

/**
 * A part of a page or a report. Its title is the message {@code analysis.block.<key>}, what it says of itself {@code analysis.block.<key>.lead}.
 *
 * @param lines what there is to say in words: what is well, what is missing
 */
public record Block(String key, List<Tile> tiles, List<Line> lines, List<Graph> graphs, List<Grid> grids) {

    public record Line(Tone tone, Said said, String link) {}

    public enum Tone {
        PLAIN,
        GOOD,
        BAD
    }
}
