package dev.parvi.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a text that say what it's about: by their stems, as they were first written. */
public final class Keywords {

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,40}");

    private Keywords() {}

    /** Without the words of its language that tell little. What language it is, is guessed where it isn't given. */
    public static Map<String, String> of(String text, Language language) {
        var known = language.known() ? language : Understanding.language(text);
        var stems = Stems.of(known);
        var common = CommonWords.of(known);
        var words = new LinkedHashMap<String, String>();
        WORD.matcher(text).results().map(each -> each.group()).forEach(word -> {
            var stem = stems.of(word.toLowerCase(Locale.ROOT));
            if (!common.empty().contains(stem) && !common.common().contains(stem)) {
                words.putIfAbsent(stem, word.toLowerCase(Locale.ROOT));
            }
        });
        return words;
    }
}
