package dev.parvi.planning.web.calendar;

import dev.parvi.ui.Languages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dates and times as a language writes them; made once a language, since a calendar writes hundreds. */
public final class Dates {

    private static final Map<Locale, Dates> BY_LOCALE = new ConcurrentHashMap<>();

    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter month;

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
        return time.format(at);
    }

    /** {@code Thu 5 Nov}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** With weekday and year, in full. */
    public String longDay(LocalDate date) {
        return longDay.format(date);
    }

    public String weekday(LocalDate date) {
        return weekday.format(date);
    }

    public String month(LocalDate date) {
        var name = month.format(date);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public String dayAndTime(LocalDateTime at) {
        return day.format(at) + ", " + time.format(at);
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
