package dev.parvi.analysis;

import dev.parvi.ui.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that is said in the reader's words later: a message with its values, or words that are what they are.
 *
 * @param key of the message; empty for words as they are, which are then the value {@code text}
 */
public record Said(String key, Map<String, Object> values) {

    /** @param pairs name, value, name, value …: numbers and strings */
    public static Said of(String key, Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i + 1 < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return new Said(key, values);
    }

    public static Said plain(String text) {
        return of("", "text", text);
    }

    public String in(Words words) {
        if (key.isEmpty()) {
            return values.getOrDefault("text", "").toString();
        }
        var pairs = values.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                .toArray();
        return words.t(key, pairs);
    }
}
