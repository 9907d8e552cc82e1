package dev.parvi.brand.web;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The time zones one may choose, and the likeliest one for a reader of whom only the language is known. */
public final class Zones {

    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]+");
    /** Countries with several: where most of their people live. */
    private static final Map<String, String> LARGEST = Map.of(
            "US",
            "America/New_York",
            "CA",
            "America/Toronto",
            "RU",
            "Europe/Moscow",
            "AU",
            "Australia/Sydney",
            "BR",
            "America/Sao_Paulo",
            "MX",
            "America/Mexico_City",
            "ES",
            "Europe/Madrid",
            "PT",
            "Europe/Lisbon",
            "CN",
            "Asia/Shanghai",
            "DE",
            "Europe/Berlin");

    private static final SortedMap<String, List<String>> ALL = grouped();

    private Zones() {}

    /** By continent, each as {@code Europe/Helsinki}. */
    public static SortedMap<String, List<String>> all() {
        return ALL;
    }

    /** As one reads it: {@code New York}. */
    public static String name(String id) {
        return id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", " – ");
    }

    /** For the locale a browser asks in first; the server's own zone where that tells too little. */
    static ZoneId likely(Locale reader) {
        var country = reader.getCountry().isEmpty() && !reader.getLanguage().equals("en")
                ? ULocale.addLikelySubtags(ULocale.forLocale(reader)).getCountry()
                : reader.getCountry();
        if (LARGEST.containsKey(country)) {
            return ZoneId.of(LARGEST.getOrDefault(country, "UTC"));
        }
        var zones = TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, country, null);
        return zones.size() == 1 ? ZoneId.of(zones.iterator().next()) : ours();
    }

    private static ZoneId ours() {
        var here = ZoneId.systemDefault();
        return PLACE.matcher(here.getId()).matches() ? here : ZoneId.of("UTC");
    }

    private static SortedMap<String, List<String>> grouped() {
        var groups = new TreeMap<String, List<String>>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> PLACE.matcher(id).matches() || id.equals("UTC"))
                .sorted()
                .forEach(id -> groups.merge(
                        id.contains("/") ? id.substring(0, id.indexOf('/')) : "UTC",
                        List.of(id),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return groups;
    }
}
