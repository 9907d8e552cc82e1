package dev.parvi.listening.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Languages that a source may speak, as the reader calls them. */
public final class Tongues {

    private static final List<String> OFFERED = List.of(
            "en", "fi", "ru", "sv", "no", "da", "de", "fr", "es", "pt", "it", "nl", "pl", "uk", "et", "lv", "lt", "cs",
            "tr");

    private Tongues() {}

    /** @param also one that is set already, so that it stays in the list; may be empty */
    public static List<String> offered(Locale reader, String also) {
        return Stream.concat(OFFERED.stream(), Stream.of(also))
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(code -> name(reader, code)))
                .toList();
    }

    public static String name(Locale reader, String code) {
        return Locale.of(code).getDisplayLanguage(reader);
    }
}
