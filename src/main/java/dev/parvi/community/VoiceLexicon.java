package dev.parvi.community;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is said how in one language: {@code voice_fi.txt}, {@code conflict_fi.txt} and their like, read when first needed. */
final class VoiceLexicon {

    static final Set<String> LANGUAGES = Set.of("fi", "ru", "en", "de", "fr", "es", "sv");

    private static final VoiceLexicon EMPTY = new VoiceLexicon(Map.of());
    private static final Map<String, VoiceLexicon> READ = new ConcurrentHashMap<>();

    private final Map<String, VoicePhrases> phrases = new HashMap<>();
    private final Map<String, Map<String, String>> pairs = new HashMap<>();

    private VoiceLexicon(Map<String, List<String>> sections) {
        sections.forEach((name, entries) -> {
            var pair = new HashMap<String, String>();
            for (var entry : entries) {
                var cut = entry.indexOf('=');
                pair.put(
                        VoiceText.even(cut < 0 ? entry : entry.substring(0, cut)),
                        cut < 0 ? "" : entry.substring(cut + 1));
            }
            pairs.put(name, pair);
            phrases.put(name, new VoicePhrases(List.copyOf(pair.keySet())));
        });
    }

    /** Empty where nothing is written down for the language. */
    static VoiceLexicon of(String language) {
        return LANGUAGES.contains(language) ? READ.computeIfAbsent("voice_" + language, VoiceLexicon::read) : EMPTY;
    }

    /** How people quarrel, in one of {@link Friction#LANGUAGES}. */
    static VoiceLexicon ofConflicts(String language) {
        return READ.computeIfAbsent("conflict_" + language, VoiceLexicon::read);
    }

    VoicePhrases phrases(String section) {
        return phrases.getOrDefault(section, VoicePhrases.NONE);
    }

    boolean any(String section, VoiceText text) {
        return phrases(section).any(text);
    }

    Optional<VoiceText.Span> first(String section, VoiceText text) {
        return phrases(section).first(text);
    }

    /** Words of a section with what stands behind their equals sign. */
    Map<String, String> pairs(String section) {
        return pairs.getOrDefault(section, Map.of());
    }

    private static VoiceLexicon read(String name) {
        try (var in = VoiceLexicon.class.getResourceAsStream(name + ".txt")) {
            var file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var sections = new LinkedHashMap<String, List<String>>();
            var entries = new ArrayList<String>();
            for (var line : file.lines().map(String::strip).toList()) {
                if (line.startsWith("[")) {
                    entries = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), entries);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    List.of(line.split("\\s*,\\s*")).forEach(entries::add);
                }
            }
            return new VoiceLexicon(sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
