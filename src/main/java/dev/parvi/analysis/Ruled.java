package dev.parvi.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A table on paper. Each column is as wide as what stands in it and as the longest word above it; the first one, which says what the line is of, has
 * the rest and goes on in a second line. What it's too wide for is taken from the others that hold words.
 */
final class Ruled {

    private static final float PAD = 8;
    private static final float FIRST_LEAST = 130;
    private static final float WORDS_MOST = 120;
    private static final int LINES = 2;

    private final Sheets sheets;
    private final PDType0Font plain;
    private final PDType0Font bold;
    private final List<Boolean> figures;

    Ruled(Sheets sheets, PDType0Font plain, PDType0Font bold, List<Boolean> figures) {
        this.sheets = sheets;
        this.plain = plain;
        this.bold = bold;
        this.figures = figures;
    }

    void draw(List<String> head, List<List<String>> rows) throws IOException {
        var wide = widths(head, rows);
        sheets.cells(lines(head, wide, bold), wide, figures, bold, 0.8f);
        for (var row : rows) {
            var cells = lines(row, wide, plain);
            sheets.keep(4 + Sheets.LINE * LINES);
            sheets.cells(cells, wide, figures, plain, 0.4f);
        }
    }

    private List<List<String>> lines(List<String> cells, List<Float> wide, PDType0Font font) throws IOException {
        var all = new ArrayList<List<String>>();
        for (var n = 0; n < cells.size(); n++) {
            var room = wide.get(n) - PAD + 2;
            var lines = sheets.broken(cells.get(n), room, Sheets.CELL, font);
            all.add(
                    lines.size() <= LINES
                            ? lines
                            : List.of(
                                    lines.getFirst(),
                                    sheets.cut(
                                            String.join(" ", lines.subList(1, lines.size())),
                                            room,
                                            Sheets.CELL,
                                            font)));
        }
        return all;
    }

    private List<Float> widths(List<String> head, List<List<String>> rows) throws IOException {
        var wide = new ArrayList<Float>();
        var rest = Sheets.WIDTH;
        for (var n = 0; n < head.size(); n++) {
            var needed = n == 0 ? 0 : needed(head.get(n), rows, n);
            wide.add(needed);
            rest -= needed;
        }
        if (rest < FIRST_LEAST) {
            var part = (Sheets.WIDTH - FIRST_LEAST) / (Sheets.WIDTH - rest);
            wide.replaceAll(each -> each * part);
            rest = FIRST_LEAST;
        }
        wide.set(0, rest);
        return wide;
    }

    private float needed(String head, List<List<String>> rows, int column) throws IOException {
        var needed = 0f;
        for (var word : head.split("\\s+")) {
            needed = Math.max(needed, sheets.wide(word, Sheets.CELL, bold));
        }
        for (var row : rows) {
            needed = Math.max(needed, sheets.wide(row.get(column), Sheets.CELL, plain));
        }
        return (figures.get(column) ? needed : Math.min(needed, WORDS_MOST)) + PAD;
    }
}
