package dev.parvi.analysis;

import dev.parvi.ui.Amounts;
import dev.parvi.ui.Unit;
import dev.parvi.ui.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table. */
public record Grid(Said title, List<Said> head, List<List<Cell>> rows) {

    /**
     * Words or a figure.
     *
     * @param said null for a figure
     * @param figure null where it's missing
     * @param link within the brand; empty for none
     */
    public record Cell(@Nullable Said said, @Nullable Double figure, Unit unit, String link) {

        static Cell of(Said said) {
            return new Cell(said, null, Unit.COUNT, "");
        }

        static Cell text(String text) {
            return of(Said.plain(text));
        }

        static Cell linked(String text, String link) {
            return new Cell(Said.plain(text), null, Unit.COUNT, link);
        }

        static Cell figure(@Nullable Double figure, Unit unit) {
            return new Cell(null, figure, unit, "");
        }

        static Cell count(double figure) {
            return figure(figure, Unit.COUNT);
        }

        public String in(Words words) {
            return said == null ? Amounts.said(words, unit, figure) : said.in(words);
        }
    }
}
