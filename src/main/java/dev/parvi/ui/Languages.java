package dev.parvi.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages the desk speaks: all bundles named {@code messages*.properties} beside the pages, read once. */
@Component
public class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> ALL = List.of(ENGLISH, Locale.of("fi"), Locale.of("ru"));

    private final Map<Locale, Words> words = new HashMap<>();

    public Languages() {
        var english = bundles("messages.properties");
        for (var locale : ALL) {
            var messages = new HashMap<>(english);
            if (!locale.equals(ENGLISH)) {
                messages.putAll(bundles("messages_" + locale.getLanguage() + ".properties"));
            }
            words.put(locale, new Words(locale, messages));
        }
    }

    public Words in(Locale locale) {
        var found = words.get(Locale.of(locale.getLanguage()));
        return found == null ? Objects.requireNonNull(words.get(ENGLISH)) : found;
    }

    /** The best of our languages for an Accept-Language header. */
    public Locale best(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return ENGLISH;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(accepted), ALL);
            return found == null ? ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }

    /** How dates are written: English with the day before the month and 24 hours, to be read without doubt anywhere. */
    public static Locale writing(Locale locale) {
        return locale.equals(ENGLISH) ? Locale.UK : locale;
    }

    private static Map<String, String> bundles(String name) {
        var all = new HashMap<String, String>();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:dev/parvi/**/" + name)) {
                var bundle = new Properties();
                try (var in = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    bundle.load(in);
                }
                bundle.forEach((key, value) -> all.put((String) key, (String) value));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
