package dev.parvi.sample;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What the roastery says, in one language. */
final class Story {

    private final Properties texts = new Properties();

    private Story() {}

    /** In the language asked for where there is a story in it, else in English. */
    static Story in(Locale language) {
        var story = new Story();
        story.read("story.properties");
        if (!language.getLanguage().equals("en")) {
            story.read("story_" + language.getLanguage() + ".properties");
        }
        return story;
    }

    String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), () -> "The story says nothing of " + key);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** {@code <key>.1}, {@code <key>.2} and so on, as far as there are. */
    List<String> texts(String key) {
        var all = new ArrayList<String>();
        for (var n = 1; has(key + "." + n); n++) {
            all.add(text(key + "." + n));
        }
        return all;
    }

    private void read(String name) {
        var file = Story.class.getResourceAsStream(name);
        if (file == null) {
            return;
        }
        try (var in = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
