package dev.parvi.planning.web.calendar;

import dev.parvi.ui.Languages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dates and times as a language writes them; made once a language and kept, since a calendar writes hundreds. */
public final class Dates {

    private static final Map<Locale, Dates> BY_LOCALE = new ConcurrentHashMap<>();
    private static final int MINUTES = 24 * 60;
    /** More days than anybody looks at; then they're forgotten. */
    private static final int DAYS_KEPT = 2_000;

    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter month;
    private final @Nullable String[] times = new @Nullable String[MINUTES];
    private final Map<LocalDate, String> days = new ConcurrentHashMap<>();
    private final Map<LocalDate, String> longDays = new ConcurrentHashMap<>();

    private Dates(Locale locale) {
        time = DateTimeFormatter.ofPattern(pattern(null, FormatStyle.SHORT, locale), locale);
        day = DateTimeFormatter.ofPattern("EEE " + dayMonth(locale), locale);
        longDay = DateTimeFormatter.ofPattern(pattern(FormatStyle.FULL, null, locale), locale);
        weekday = DateTimeFormatter.ofPattern("EEE", locale);
        month = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
    }

    public static Dates in(Locale locale) {
        return BY_LOCALE.computeIfAbsent(Languages.writing(locale), Dates::new);
    }

    public String time(TemporalAccessor at) {
        var minute = at.get(ChronoField.MINUTE_OF_DAY);
        var written = times[minute];
        if (written == null) {
            written = time.format(at);
            times[minute] = written;
        }
        return written;
    }

    /** {@code Thu 5 Nov}. */
    public String day(LocalDate date) {
        return kept(days, date, day);
    }

    /** With weekday and year, in full. */
    public String longDay(LocalDate date) {
        return kept(longDays, date, longDay);
    }

    public String weekday(LocalDate date) {
        return weekday.format(date);
    }

    public String month(LocalDate date) {
        var name = month.format(date);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public String dayAndTime(LocalDateTime at) {
        return day(at.toLocalDate()) + ", " + time(at);
    }

    private static String kept(Map<LocalDate, String> kept, LocalDate date, DateTimeFormatter format) {
        if (kept.size() > DAYS_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(date, format::format);
    }

    private static String dayMonth(Locale locale) {
        return switch (locale.getLanguage()) {
            case "fi" -> "d.M.";
            default -> "d MMM";
        };
    }

    private static String pattern(@Nullable FormatStyle date, @Nullable FormatStyle time, Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(date, time, IsoChronology.INSTANCE, locale);
    }
}
