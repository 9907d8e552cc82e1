package dev.parvi.analysis.web;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.analysis.Said;
import dev.parvi.analysis.Tile;
import dev.parvi.ui.Page;
import java.time.Instant;
import java.time.LocalDate;

/** Small things that pages of analysis say. */
public final class Told {

    private Told() {}

    /** Days and times are written as the reader's language writes them, on the brand's clock. */
    public static String said(Page page, Said said) {
        if (said.values().get("at") instanceof String at) {
            var when = page.when(Instant.parse(at));
            return said.key().equals("analysis.at") ? when : with(page, said, "at", when);
        }
        if (said.values().get("day") instanceof String day) {
            return page.date(LocalDate.parse(day));
        }
        if (said.values().get("on") instanceof String on) {
            return with(page, said, "on", page.date(LocalDate.parse(on)));
        }
        return said.in(page.words());
    }

    private static String with(Page page, Said said, String name, String value) {
        var values = new java.util.LinkedHashMap<>(said.values());
        values.put(name, value);
        return new Said(said.key(), values).in(page.words());
    }

    public static String cell(Page page, Cell cell) {
        return cell.said() == null ? cell.in(page.words()) : said(page, cell.said());
    }

    /** More or less than before, with its sign; empty where it can't be said. */
    public static String change(Tile tile) {
        var change = tile.change();
        return change == null ? "" : (change > 0 ? "+" : change < 0 ? "−" : "±") + Math.abs(change) + "\u00a0%";
    }
}
