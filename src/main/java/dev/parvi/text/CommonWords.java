package dev.parvi.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Words of a language that tell little: those that tell nothing, and those that much news is made of. By their stems. */
record CommonWords(Set<String> empty, Set<String> common) {

    private static final CommonWords NONE = new CommonWords(Set.of(), Set.of());
    private static final Map<String, CommonWords> KNOWN = new ConcurrentHashMap<>();

    static CommonWords of(Language language) {
        return KNOWN.computeIfAbsent(language.code(), code -> read(language));
    }

    private static CommonWords read(Language language) {
        try (var in = CommonWords.class.getResourceAsStream("/text/news/" + language.code() + ".txt")) {
            if (in == null) {
                return NONE;
            }
            var stems = Stems.of(language);
            var words = new CommonWords(new HashSet<>(), new HashSet<>());
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.add(line, stems));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line, Stems stems) {
        var into = line.startsWith("=") ? common : empty;
        Arrays.stream(line.replace("=", "").strip().split("\\s+")).forEach(word -> into.add(stems.of(word)));
    }
}
