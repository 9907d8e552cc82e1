package dev.parvi.ui;

import gg.jte.Content;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every template is given as {@code page}: the reader's words, the brand, the way around, and the token forms carry.
 *
 * @param path the address asked for, without query
 * @param notice a message to show once, already in the reader's words; empty for none
 * @param hung what may stand above the page; only the layout asks what it says
 */
public record Page(
        Words words,
        @Nullable Face brand,
        @Nullable Who who,
        List<Door> doors,
        String path,
        String csrf,
        String notice,
        Assets assets,
        Map<String, String> more,
        List<Bar> hung) {

    /** As the notice, but of something that was refused. */
    public String trouble() {
        return more.getOrDefault("trouble", "");
    }

    public String t(String key) {
        return words.t(key);
    }

    public String t(String key, Object... pairs) {
        return words.t(key, pairs);
    }

    /** What the rooms have to say above this page. */
    public List<Content> bars() {
        return hung.stream().flatMap(bar -> bar.on(this).stream()).toList();
    }

    public Locale locale() {
        return words.locale();
    }

    public String language() {
        return words.locale().getLanguage();
    }

    /** The brand's zone; outside a brand UTC. */
    public ZoneId zone() {
        return brand == null ? ZoneOffset.UTC : brand.zone();
    }

    /** An address within the brand: {@code at("/posts/3")} is {@code /b/roastery/posts/3}. */
    public String at(String path) {
        return brand == null ? path : "/b/" + brand.handle() + path;
    }

    public boolean isAt(Door door) {
        return path.startsWith(at("/")) && door.leadsTo(path.substring(at("").length()));
    }

    /** Date and time in the brand's zone, as the reader's locale writes them. */
    public String when(Instant instant) {
        return format(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), instant.atZone(zone()));
    }

    /** Date and time on a wall, as the reader's locale writes them. */
    public String when(LocalDateTime wall) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), wall);
    }

    public String time(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant.atZone(zone()));
    }

    public String time(LocalTime time) {
        return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), time);
    }

    public String date(LocalDate date) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), date);
    }

    /** By a pattern of {@link DateTimeFormatter}, in the reader's locale: {@code "EEE d"}. */
    public String date(String pattern, TemporalAccessor date) {
        // Finnish days of a month are ordinals: 23. marraskuuta.
        var day = locale().getLanguage().equals("fi") ? pattern.replaceAll("\\bd(?= M)", "d.") : pattern;
        return format(DateTimeFormatter.ofPattern(day), date);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    private String format(DateTimeFormatter formatter, TemporalAccessor time) {
        return formatter.withLocale(Languages.writing(locale())).format(time);
    }
}
