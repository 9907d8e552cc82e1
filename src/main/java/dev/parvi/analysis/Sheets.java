package dev.parvi.analysis;

import dev.parvi.ui.Amounts;
import dev.parvi.ui.Chart;
import dev.parvi.ui.Chart.Mark;
import dev.parvi.ui.Chart.Series;
import dev.parvi.ui.Words;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages of A4 that are written from top to bottom. Lengths are points, 72 an inch. */
final class Sheets implements AutoCloseable {

    private static final float MARGIN = 48;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float BOTTOM = 60;
    private static final float LEADING = 1.35f;
    private static final float SCALE = WIDTH / Chart.WIDTH;
    static final float CELL = 8;
    static final float LINE = 10;
    private static final Color INK = new Color(0x1f2937);
    private static final Color QUIET = new Color(0x5b6472);
    private static final Color RULE = new Color(0xd5d9df);

    private final PDDocument document = new PDDocument();
    private final PDType0Font plain;
    private final PDType0Font bold;
    private final Color accent;
    private final String foot;
    private PDPageContentStream out;
    private float y;

    Sheets(String accent, String foot) throws IOException {
        this.plain = font("DejaVuSansCondensed.ttf");
        this.bold = font("DejaVuSansCondensed-Bold.ttf");
        this.accent = Color.decode(accent);
        this.foot = foot;
        this.out = page();
    }

    private PDType0Font font(String name) throws IOException {
        try (var in = Objects.requireNonNull(Sheets.class.getResourceAsStream("/fonts/" + name))) {
            return PDType0Font.load(document, in, true);
        }
    }

    private PDPageContentStream page() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        var stream = new PDPageContentStream(document, page);
        out = stream;
        put(foot, MARGIN, 34, 8, plain, QUIET);
        var number = Integer.toString(document.getNumberOfPages());
        put(number, MARGIN + WIDTH - wide(number, 8, plain), 34, 8, plain, QUIET);
        return stream;
    }

    /** Begins another page where there is no room for so much. */
    void keep(float height) throws IOException {
        if (y - height < BOTTOM) {
            out.close();
            out = page();
        }
    }

    void gap(float height) {
        y -= height;
    }

    void band() throws IOException {
        box(0, PDRectangle.A4.getHeight() - 14, PDRectangle.A4.getWidth(), 14, accent);
    }

    void rule() throws IOException {
        box(MARGIN, y - 1, WIDTH, 1.2f, accent);
        y -= 10;
    }

    void text(String text, float size, boolean strong) throws IOException {
        lines(text, MARGIN, WIDTH, size, strong ? bold : plain, INK);
    }

    void quiet(String text) throws IOException {
        lines(text, MARGIN, WIDTH, 9, plain, QUIET);
    }

    void bullet(String text) throws IOException {
        keep(14);
        box(MARGIN + 1, y - 8, 3.5f, 3.5f, accent);
        lines(text, MARGIN + 12, WIDTH - 12, 10, plain, INK);
    }

    /** What a person wrote beside the figures. */
    void quote(String text) throws IOException {
        for (var line : text.split("\n", -1)) {
            for (var each : broken(line, WIDTH - 16, 10.5f, plain)) {
                keep(16);
                box(MARGIN, y - 14, 2.5f, 15, accent);
                put(each, MARGIN + 12, y - 10.5f, 10.5f, plain, INK);
                y -= 15;
            }
        }
        y -= 6;
    }

    /** One of several beside each other; the caller goes down after them. */
    void tile(int n, int columns, String name, String figure, String below) throws IOException {
        var wide = (WIDTH - (columns - 1) * 8f) / columns;
        var x = MARGIN + n * (wide + 8);
        box(x, y - 46, wide, 46, new Color(0xf4f5f7));
        box(x, y - 46, 2.5f, 46, accent);
        put(cut(name, wide - 16, 8.5f, plain), x + 10, y - 12, 8.5f, plain, QUIET);
        put(cut(figure, wide - 16, 15, bold), x + 10, y - 29, 15, bold, INK);
        put(cut(below, wide - 16, 8, plain), x + 10, y - 40, 8, plain, QUIET);
    }

    void chart(Chart chart, Words words) throws IOException {
        var top = y - 4;
        for (var tick : chart.ticks()) {
            box(
                    MARGIN + Chart.LEFT * SCALE,
                    top - (float) tick.y() * SCALE,
                    (Chart.WIDTH - Chart.LEFT - Chart.RIGHT) * SCALE,
                    0.5f,
                    RULE);
            var said = Amounts.said(words, chart.unit(), tick.value());
            put(
                    said,
                    MARGIN + (Chart.LEFT - 6) * SCALE - wide(said, 7, plain),
                    top - (float) tick.y() * SCALE - 2,
                    7,
                    plain,
                    QUIET);
        }
        for (var series : chart.series()) {
            series(chart, series, top);
        }
        for (var label : chart.shown()) {
            var at = MARGIN + (float) label.x() * SCALE - wide(label.text(), 7, plain) / 2;
            put(label.text(), at, top - (Chart.HEIGHT - 8) * SCALE, 7, plain, QUIET);
        }
        y = top - Chart.HEIGHT * SCALE - 4;
    }

    private void series(Chart chart, Series series, float top) throws IOException {
        if (series.mark() == Mark.COLUMN) {
            for (var each : chart.columns(series)) {
                box(
                        MARGIN + (float) each.x() * SCALE,
                        top - (float) (each.y() + each.height()) * SCALE,
                        (float) each.width() * SCALE,
                        (float) each.height() * SCALE,
                        accent);
            }
            return;
        }
        var dots = chart.dots(series);
        out.setStrokingColor(series.mark() == Mark.DASHED ? INK : accent);
        out.setLineWidth(series.mark() == Mark.DASHED ? 0.8f : 1.4f);
        out.setLineDashPattern(series.mark() == Mark.DASHED ? new float[] {4, 3} : new float[0], 0);
        for (var n = 1; n < dots.size(); n++) {
            out.moveTo(
                    MARGIN + (float) dots.get(n - 1).x() * SCALE,
                    top - (float) dots.get(n - 1).y() * SCALE);
            out.lineTo(
                    MARGIN + (float) dots.get(n).x() * SCALE,
                    top - (float) dots.get(n).y() * SCALE);
            out.stroke();
        }
        out.setLineDashPattern(new float[0], 0);
        for (var dot : dots) {
            box(
                    MARGIN + (float) dot.x() * SCALE - 1.5f,
                    top - (float) dot.y() * SCALE - 1.5f,
                    3,
                    3,
                    series.mark() == Mark.DASHED ? INK : accent);
        }
    }

    /** @param figures which columns hold figures: they stand to the right */
    void table(List<String> head, List<List<String>> rows, List<Boolean> figures) throws IOException {
        new Ruled(this, plain, bold, figures).draw(head, rows);
        y -= 4;
    }

    /** A line of a table, each of its cells in one or more lines. */
    void cells(List<List<String>> cells, List<Float> wide, List<Boolean> figures, PDType0Font font, float rule)
            throws IOException {
        var lines = cells.stream().mapToInt(List::size).max().orElse(1);
        var x = MARGIN;
        for (var n = 0; n < cells.size(); n++) {
            for (var line = 0; line < cells.get(n).size(); line++) {
                var said = cells.get(n).get(line);
                var at = figures.get(n) ? x + wide.get(n) - 3 - wide(said, CELL, font) : x + 3;
                put(said, at, y - 9 - line * LINE, CELL, font, INK);
            }
            x += wide.get(n);
        }
        y -= 4 + lines * LINE;
        box(MARGIN, y + 1, WIDTH, rule, rule > 0.5f ? INK : RULE);
    }

    void save(OutputStream to, Locale language, String title) throws IOException {
        out.close();
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language.getLanguage());
        document.save(to);
    }

    private void lines(String text, float x, float wide, float size, PDType0Font font, Color ink) throws IOException {
        for (var line : broken(text, wide, size, font)) {
            keep(size * LEADING);
            put(line, x, y - size, size, font, ink);
            y -= size * LEADING;
        }
    }

    List<String> broken(String text, float wide, float size, PDType0Font font) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split("\\s+")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && wide(longer, size, font) > wide) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(cut(line.toString(), wide, size, font));
        return lines;
    }

    String cut(String text, float wide, float size, PDType0Font font) throws IOException {
        if (wide(text, size, font) <= wide) {
            return text;
        }
        var end = text.length();
        while (end > 0 && wide(text.substring(0, end) + "…", size, font) > wide) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    float wide(String text, float size, PDType0Font font) throws IOException {
        return font.getStringWidth(drawable(text, font)) / 1000 * size;
    }

    /** What the font has no sign for, such as an emoji, is left out: it can't be drawn. */
    private static String drawable(String text, PDType0Font font) {
        var known = new StringBuilder();
        text.codePoints().forEach(each -> {
            try {
                font.encode(Character.toString(each));
                known.appendCodePoint(each);
            } catch (IOException | IllegalArgumentException e) {
                known.append(Character.isWhitespace(each) ? " " : "");
            }
        });
        return known.toString();
    }

    private void put(String text, float x, float base, float size, PDType0Font font, Color ink) throws IOException {
        out.beginText();
        out.setNonStrokingColor(ink);
        out.setFont(font, size);
        out.newLineAtOffset(x, base);
        out.showText(drawable(text, font));
        out.endText();
    }

    private void box(float x, float low, float wide, float high, Color ink) throws IOException {
        out.setNonStrokingColor(ink);
        out.addRect(x, low, wide, high);
        out.fill();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
