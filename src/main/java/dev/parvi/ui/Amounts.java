package dev.parvi.ui;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes figures as a language writes them. What is missing is a dash, never a zero. */
public final class Amounts {

    /** What stands for a figure that nobody told us. */
    public static final String MISSING = "–";

    private static final double WHOLE = 10;
    private static final double HOUR = 60;
    private static final double DAY = 24 * HOUR;

    private Amounts() {}

    public static String said(Words words, Unit unit, @Nullable Double figure) {
        if (figure == null || figure.isNaN() || figure.isInfinite()) {
            return MISSING;
        }
        return switch (unit) {
            case COUNT, SCORE -> plain(words.locale(), figure, Math.abs(figure) >= WHOLE ? 0 : 1);
            case PERCENT -> plain(words.locale(), figure, Math.abs(figure) >= WHOLE ? 0 : 1) + "\u00a0%";
            case TIMES -> plain(words.locale(), figure, 1) + "\u00a0×";
            case MONEY, PARTS -> plain(words.locale(), figure, 2);
            case MINUTES -> span(words, figure);
        };
    }

    private static String span(Words words, double minutes) {
        if (Math.abs(minutes) < 2 * HOUR) {
            return words.t("ui.span.minutes", "n", Math.round(minutes));
        }
        return Math.abs(minutes) < 2 * DAY
                ? words.t("ui.span.hours", "n", Math.round(minutes / HOUR))
                : words.t("ui.span.days", "n", Math.round(minutes / DAY));
    }

    private static String plain(Locale locale, double figure, int most) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(most);
        return format.format(figure);
    }
}
