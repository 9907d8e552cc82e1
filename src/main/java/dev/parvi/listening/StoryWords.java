package dev.parvi.listening;

import dev.parvi.text.Language;
import dev.parvi.text.Stems;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Words that a member typed, as they're found among the stems of a story's titles. */
final class StoryWords {

    private static final List<String> LANGUAGES = List.of("en", "fi", "ru", "sv", "de", "fr", "es");
    private static final int MOST = 10;

    private StoryWords() {}

    /** Each word as each language would stem it, parted by spaces. */
    static String[] forms(String typed) {
        return Arrays.stream(typed.strip().split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .map(word -> LANGUAGES.stream()
                        .map(language -> Stems.of(new Language(language)).of(word))
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .toArray(String[]::new);
    }
}
