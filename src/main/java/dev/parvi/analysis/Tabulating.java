package dev.parvi.analysis;

import dev.parvi.shared.Sheet;
import dev.parvi.ui.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** A report as a table: one line a figure, machine-readable numbers, empty where a figure is missing. */
final class Tabulating {

    private Tabulating() {}

    static String of(Report report, Words words) {
        var out = new StringBuilder();
        try (var printer = CSVFormat.RFC4180.print(out)) {
            printer.printRecord(
                    "side", "block", "row", "figure", "value", "before", "unit", "estimate", "source", "read_at");
            for (var part : report.parts()) {
                for (var block : part.blocks()) {
                    for (var tile : block.tiles()) {
                        printer.printRecord(line(part, block, tile, words));
                    }
                    for (var grid : block.grids()) {
                        for (var row : grid.rows()) {
                            for (var cells : cells(part, block, grid, row, words)) {
                                printer.printRecord(cells);
                            }
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<Object> line(Report.Part part, Block block, Tile tile, Words words) {
        return List.of(
                part.side(),
                words.t("analysis.block." + block.key()),
                "",
                words.t("analysis.figure." + tile.key()),
                number(tile.value()),
                number(tile.before()),
                tile.unit().name(),
                tile.estimate(),
                tile.origin().name(),
                tile.readAt());
    }

    /** A line for each figure of a row, named by the row's first cell. */
    private static List<List<Object>> cells(
            Report.Part part, Block block, Grid grid, List<Grid.Cell> row, Words words) {
        var lines = new ArrayList<List<Object>>();
        var name = Sheet.safe(row.getFirst().in(words));
        for (var n = 1; n < row.size(); n++) {
            var cell = row.get(n);
            if (cell.said() == null) {
                lines.add(List.of(
                        part.side(),
                        words.t("analysis.block." + block.key()),
                        name,
                        grid.head().get(n).in(words),
                        number(cell.figure()),
                        "",
                        cell.unit().name(),
                        "",
                        "",
                        ""));
            }
        }
        return lines;
    }

    private static String number(@Nullable Double figure) {
        if (figure == null || figure.isNaN()) {
            return "";
        }
        return figure == Math.rint(figure) ? Long.toString(figure.longValue()) : Double.toString(figure);
    }
}
