package dev.parvi.listening;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as feeds write them: RFC 822 and what people take for it, ISO 8601 and what people take for it, counted seconds. */
final class Dates {

    private static final String CLOCK =
            "(?:(?:T|t|,|\\s|at)*(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:[.,]\\d+)?\\s*([AaPp]\\.?[Mm]\\.?)?)?";
    private static final String ZONE = "\\s*\\(?((?:GMT|UTC|UT)?\\s*[+-]\\d{1,2}:?\\d{0,2}|[Zz]|[A-Za-z]{2,5})?\\)?.*";
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + CLOCK + ZONE);
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?)?()" + ZONE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:\\p{L}+\\.?,?\\s*)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(?:de\\s+)?(\\p{L}{3,})\\.?,?[\\s-]+(?:de\\s+)?(\\d{4}|\\d{2})"
                    + CLOCK + ZONE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:\\p{L}+\\.?,\\s*)?(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + CLOCK + ZONE);
    private static final Pattern UNIX = Pattern.compile(
            "\\p{L}{3}\\s+(\\p{L}{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+([A-Z]{1,5}\\s+)?(\\d{4})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})" + CLOCK + ZONE);
    private static final Pattern COUNTED = Pattern.compile("\\d{9,13}");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11),
            Map.entry("AKST", -9),
            Map.entry("HST", -10));
    /** By their beginnings: English, German, Finnish, Swedish, French, Spanish, Italian, Portuguese, Russian. */
    private static final String[][] MONTHS = {
        {"jan", "tammi", "gen", "ene", "янв"},
        {"feb", "helmi", "fev", "fév", "фев"},
        {"mar", "mär", "mrz", "maalis", "мар"},
        {"apr", "huhti", "avr", "abr", "апр"},
        {"may", "mai", "maj", "touko", "mag", "май", "мая"},
        {"jun", "kesä", "juin", "giu", "июн"},
        {"jul", "heinä", "juil", "lug", "июл"},
        {"aug", "elo", "aoû", "aou", "ago", "авг"},
        {"sep", "syys", "set", "сен"},
        {"oct", "okt", "loka", "ott", "out", "окт"},
        {"nov", "marras", "ноя"},
        {"dec", "dez", "joulu", "déc", "dic", "дек"},
    };

    private Dates() {}

    /** Nothing where it can't be told. A time without a zone is taken as UTC, a day without a time as its noon. */
    static @Nullable Instant of(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var text = written.strip();
        if (text.length() < 6 || text.length() > 80) {
            return null;
        }
        try {
            return Character.isDigit(text.charAt(0)) ? numbered(text) : worded(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant numbered(String text) {
        if (COUNTED.matcher(text).matches()) {
            var count = Long.parseLong(text);
            return text.length() > 11 ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count);
        }
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return at(iso, number(iso, 1), number(iso, 2), number(iso, 3));
        }
        var compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return at(compact, number(compact, 1), number(compact, 2), number(compact, 3));
        }
        var slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            return slashed(slashed);
        }
        return worded(text);
    }

    /** Months first where that alone makes sense, or where the clock has twelve hours. */
    private static Instant slashed(Matcher found) {
        var first = number(found, 1);
        var second = number(found, 2);
        var monthFirst = second > 12 || first <= 12 && found.group(7) != null;
        return at(found, number(found, 3), monthFirst ? first : second, monthFirst ? second : first);
    }

    private static @Nullable Instant worded(String text) {
        var day = DAY_FIRST.matcher(text);
        if (day.matches() && month(day.group(2)) > 0) {
            return at(day, year(number(day, 3)), month(day.group(2)), number(day, 1));
        }
        var unix = UNIX.matcher(text);
        if (unix.matches() && month(unix.group(1)) > 0) {
            return LocalDateTime.of(
                            number(unix, 7), month(unix.group(1)), number(unix, 2), number(unix, 3), number(unix, 4))
                    .plusSeconds(number(unix, 5))
                    .toInstant(zone(unix.group(6)));
        }
        var month = MONTH_FIRST.matcher(text);
        if (month.matches() && month(month.group(1)) > 0) {
            return at(month, number(month, 3), month(month.group(1)), number(month, 2));
        }
        return null;
    }

    private static Instant at(Matcher found, int year, int month, int day) {
        var hour = found.group(4) == null ? 12 : number(found, 4);
        var minute = found.group(5) == null ? 0 : number(found, 5);
        var second = found.group(6) == null ? 0 : number(found, 6);
        var half = found.group(7);
        if (half != null && !half.isEmpty()) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return LocalDateTime.of(year, month, day, 0, 0)
                .plusHours(hour > 24 ? 0 : hour)
                .plusMinutes(Math.min(minute, 59))
                .plusSeconds(Math.min(second, 59))
                .toInstant(zone(found.group(8)));
    }

    private static ZoneOffset zone(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return ZoneOffset.UTC;
        }
        var zone = written.strip().toUpperCase(Locale.ROOT).replaceFirst("^(GMT|UTC|UT)\\s*(?=[+-])", "");
        if (zone.charAt(0) == '+' || zone.charAt(0) == '-') {
            var digits = zone.substring(1).replace(":", "");
            var hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
            var minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
            var seconds = (hours * 60 + minutes) * 60;
            return Math.abs(seconds) > 64_800
                    ? ZoneOffset.UTC
                    : ZoneOffset.ofTotalSeconds(zone.charAt(0) == '-' ? -seconds : seconds);
        }
        return ZoneOffset.ofHours(ZONES.getOrDefault(zone, 0));
    }

    /** The longest beginning counts: "marraskuu" isn't March. */
    private static int month(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var found = 0;
        var length = 0;
        for (var month = 0; month < MONTHS.length; month++) {
            for (var beginning : MONTHS[month]) {
                if (beginning.length() > length && lower.startsWith(beginning)) {
                    found = month + 1;
                    length = beginning.length();
                }
            }
        }
        return found;
    }

    private static int year(int written) {
        return written >= 100 ? written : written < 70 ? 2000 + written : 1900 + written;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
