package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.brand.Brand;
import dev.parvi.ui.Amounts;
import dev.parvi.ui.Chart;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a report out on A4, with fonts of its own so that it reads everywhere as it was written. */
final class Paper {

    private static final int COLUMNS = 3;
    private static final float TILE = 46;

    private final Sheets sheets;
    private final Words words;
    private final Brand brand;

    private Paper(Sheets sheets, Words words, Brand brand) {
        this.sheets = sheets;
        this.words = words;
        this.brand = brand;
    }

    static byte[] of(Report report, Brand brand, Words words) {
        try (var sheets = new Sheets(brand.accent(), brand.name() + " · " + report.title())) {
            var paper = new Paper(sheets, words, brand);
            paper.head(report);
            for (var part : report.parts()) {
                paper.part(part, report.comment(part.side()));
            }
            var out = new ByteArrayOutputStream();
            sheets.save(out, words.locale(), report.title());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(Report report) throws IOException {
        sheets.band();
        sheets.text(brand.name(), 11, false);
        sheets.text(report.title(), 22, true);
        sheets.quiet(day(report.from()) + " – " + day(report.to()) + " · "
                + brand.zone().getId());
        sheets.quiet(words.t("analysis.report.asof", "when", when(report.madeAt())));
        sheets.gap(8);
        if (!report.comment(Report.INTRO).isEmpty()) {
            sheets.quote(report.comment(Report.INTRO));
        }
    }

    private void part(Report.Part part, String comment) throws IOException {
        var said = comment.isEmpty();
        for (var block : part.blocks()) {
            sheets.keep(120);
            sheets.gap(14);
            sheets.text(words.t("analysis.block." + block.key()), 14, true);
            sheets.rule();
            if (!said) {
                sheets.quote(comment);
                said = true;
            }
            tiles(block.tiles());
            for (var line : block.lines()) {
                sheets.bullet(said(line.said()));
            }
            for (var graph : block.graphs()) {
                graph(graph);
            }
            for (var grid : block.grids()) {
                grid(grid);
            }
        }
    }

    private void tiles(List<Tile> tiles) throws IOException {
        for (var row = 0; row < tiles.size(); row += COLUMNS) {
            sheets.keep(TILE + 8);
            var some = tiles.subList(row, Math.min(tiles.size(), row + COLUMNS));
            for (var n = 0; n < some.size(); n++) {
                var tile = some.get(n);
                var below = tile.value() == null
                        ? words.t("analysis.missing." + tile.missing().name())
                        : tile.before() == null || tile.before().isNaN()
                                ? ""
                                : words.t("analysis.before", "value", Amounts.said(words, tile.unit(), tile.before()));
                sheets.tile(
                        n,
                        COLUMNS,
                        words.t("analysis.figure." + tile.key()),
                        Amounts.said(words, tile.unit(), tile.value()),
                        below + (tile.estimate() ? (below.isEmpty() ? "" : " · ") + words.t("analysis.estimate") : ""));
            }
            sheets.gap(TILE + 8);
        }
    }

    private void graph(Graph graph) throws IOException {
        var chart = graph.chart(words);
        if (chart.empty() || flat(graph)) {
            return;
        }
        sheets.keep(Chart.HEIGHT * 0.75f + 40);
        sheets.gap(6);
        sheets.text(graph.title().in(words), 10, true);
        sheets.chart(chart, words);
        sheets.quiet(String.join(
                "   ",
                chart.series().stream()
                        .map(each -> (each.mark() == Chart.Mark.COLUMN
                                        ? "▮ "
                                        : each.mark() == Chart.Mark.DASHED ? "◇ " : "● ")
                                + each.name())
                        .toList()));
    }

    /** Nothing but zeros: the figures above say so in less room. */
    private static boolean flat(Graph graph) {
        return graph.curves().stream()
                .flatMap(each -> each.values().stream())
                .allMatch(each -> each == null || each == 0);
    }

    private void grid(Grid grid) throws IOException {
        if (grid.rows().isEmpty()) {
            return;
        }
        sheets.keep(60);
        sheets.gap(6);
        sheets.text(grid.title().in(words), 10, true);
        var rows = new ArrayList<List<String>>();
        grid.rows().forEach(row -> rows.add(row.stream().map(this::cell).toList()));
        var figures =
                grid.rows().getFirst().stream().map(each -> each.said() == null).toList();
        sheets.table(grid.head().stream().map(each -> each.in(words)).toList(), rows, figures);
    }

    private String cell(Cell cell) {
        return cell.said() == null ? cell.in(words) : said(cell.said());
    }

    private String said(Said said) {
        if (said.values().get("at") instanceof String at) {
            var values = new java.util.LinkedHashMap<>(said.values());
            values.put("at", when(Instant.parse(at)));
            return said.key().equals("analysis.at") ? when(Instant.parse(at)) : new Said(said.key(), values).in(words);
        }
        if (said.values().get("on") instanceof String on) {
            var values = new java.util.LinkedHashMap<>(said.values());
            values.put("on", day(LocalDate.parse(on)));
            return new Said(said.key(), values).in(words);
        }
        return said.values().get("day") instanceof String day ? day(LocalDate.parse(day)) : said.in(words);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(writing())
                .format(day);
    }

    private String when(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(writing())
                .format(at.atZone(brand.zone()));
    }

    private Locale writing() {
        return Languages.writing(words.locale());
    }
}
