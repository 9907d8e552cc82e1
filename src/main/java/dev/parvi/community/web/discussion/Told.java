package dev.parvi.community.web.discussion;

import dev.parvi.community.Discussion.Dimension;
import dev.parvi.community.Discussion.Kind;
import dev.parvi.community.Spread;
import dev.parvi.ui.Page;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small things that the page of discussions says. */
public final class Told {

    private static final int HOURS = 3;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Told() {}

    /** In the largest unit of which there are two; below a minute that it was at once. */
    public static String took(Page page, Duration time) {
        var seconds = time.toSeconds();
        if (seconds < MINUTE) {
            return page.t("community.discussion.took.once");
        }
        if (seconds < 2 * HOUR) {
            return page.t("community.within.minutes", "n", (int) (seconds / MINUTE));
        }
        return seconds < 2 * DAY
                ? page.t("community.within.hours", "n", (int) (seconds / HOUR))
                : page.t("community.within.days", "n", (int) (seconds / DAY));
    }

    public static String name(Page page, Kind kind) {
        return switch (kind.dimension()) {
            case FORMAT -> page.t("community.discussion.format." + kind.value());
            case WEEKDAY ->
                DayOfWeek.of(Integer.parseInt(kind.value())).getDisplayName(TextStyle.FULL_STANDALONE, page.locale());
            case HOURS -> {
                var from = LocalTime.of(Integer.parseInt(kind.value()), 0);
                yield page.time(from) + "–" + page.time(from.plusHours(HOURS).minusMinutes(1));
            }
            case TAG -> "#" + kind.name();
            case PILLAR, ACCOUNT -> kind.name();
        };
    }

    public static String figure(Page page, double figure) {
        var format = NumberFormat.getNumberInstance(page.locale());
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(1);
        return format.format(figure);
    }

    public static String bounds(Page page, @Nullable Spread spread) {
        return spread == null ? "" : figure(page, spread.low()) + "–" + figure(page, spread.high());
    }

    /** The width of a bar of at most {@code most} among bars of 100. */
    public static int width(double figure, double most) {
        return most <= 0 ? 0 : (int) Math.round(100 * Math.min(figure, most) / most);
    }

    /** The largest bound of all in a dimension, so that its bars can be compared. */
    public static double most(Iterable<Kind> kinds) {
        var most = 0.0;
        for (var kind : kinds) {
            if (kind.comments() != null) {
                most = Math.max(most, kind.comments().high());
            }
        }
        return most;
    }

    /** One format or one account of all can't be held against another. */
    public static boolean telling(Dimension dimension, List<Kind> kinds) {
        var alone = dimension == Dimension.FORMAT || dimension == Dimension.ACCOUNT;
        return alone ? kinds.size() > 1 : !kinds.isEmpty();
    }

    /** Tags are without end: only those of which something can be said are listed. */
    public static boolean listed(Kind kind) {
        return kind.dimension() != Dimension.TAG || kind.comments() != null;
    }
}
