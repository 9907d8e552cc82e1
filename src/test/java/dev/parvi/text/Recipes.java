package dev.parvi.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** All the models, and how each is made. The figures were chosen on the validation files. */
final class Recipes {

    /** Tweets of these languages. */
    static final Map<String, String> TWEETS = new TreeMap<>(Map.of(
            "de",
            "german",
            "fr",
            "french",
            "pt",
            "portuguese",
            "es",
            "spanish",
            "it",
            "italian",
            "ar",
            "arabic",
            "hi",
            "hindi"));

    private static final Map<String, String> MOODS = ordered("neg", "negative", "neu", "neutral", "pos", "positive");
    private static final Map<String, String> OFFENCE = ordered(
            "0", "offensive", "1", "offensive", "2", "other", "OFFENSE", "offensive", "OTHER", "other", "pos", "other");
    private static final int BITS = 18;
    /** Twenty-eight languages with their own letters share few features. */
    private static final int LANGUAGE_BITS = 18;

    private static final float BAND = 0.15f;

    private Recipes() {}

    static List<Recipe> all() {
        var all = new ArrayList<Recipe>();
        all.add(language());
        all.addAll(moods());
        all.addAll(questions());
        all.add(new Recipe(
                "offensive-en",
                List.of("dav", "goemo3"),
                1,
                OFFENCE,
                new Fitting(0.5, 0.8, 0.7, BITS),
                0,
                Map.of(),
                tone("en")));
        all.add(new Recipe("offensive-de", "germeval", OFFENCE, new Fitting(0.5, 0.5, 0.7, BITS), tone("de")));
        all.add(new Recipe(
                "intent-en", "pi", ordered("no", "no", "yes", "yes"), new Fitting(0.5, 0.8, 0.7, BITS), tone("en")));
        all.add(new Recipe("emotion-en", "goemo_ekman", Map.of(), new Fitting(0.4, 0.4, 1, BITS), tone("en")));
        all.add(new Recipe("emotion-fi", "xed8_fi", Map.of(), new Fitting(0.4, 0.5, 0.7, BITS), tone("fi")));
        return all;
    }

    /** Whole sentences of the press teach little about how people comment, so tweets and film talk are added. */
    private static Recipe language() {
        var more = new TreeMap<>(Map.of("xed2_ru", "ru", "xed2_sv", "sv", "xed2_fi", "fi", "xed2_en", "en"));
        TWEETS.forEach((code, name) -> more.put("um_" + name, code));
        // They are as much English as Hindi.
        more.remove("um_hindi");
        var fitting = new Fitting(1, 0, 0, LANGUAGE_BITS);
        return new Recipe(
                "language", List.of("lid"), 1, Map.of(), fitting, 0, more, text -> Features.tongue(even(text)));
    }

    private static List<Recipe> moods() {
        var moods = new ArrayList<Recipe>();
        var fitting = new Fitting(0.5, 0.6, 0.7, BITS);
        moods.add(new Recipe("mood-fi", "xed3_fi", MOODS, new Fitting(0.4, 0.7, 0.5, BITS), tone("fi")));
        moods.add(new Recipe("mood-en", List.of("goemo3", "xed3_en"), 2, MOODS, fitting, 0, Map.of(), tone("en")));
        // Hindi's labels are nearly chance: what is more than plain fits their noise.
        var plain = new Fitting(0.2, 0, 0, BITS);
        TWEETS.forEach((code, name) -> moods.add(
                new Recipe("mood-" + code, "um_" + name, MOODS, code.equals("hi") ? plain : fitting, tone(code))));
        for (var language : List.of("ru", "sv")) {
            moods.add(new Recipe(
                    "mood-" + language,
                    List.of("xed2_" + language),
                    1,
                    MOODS,
                    fitting,
                    BAND,
                    Map.of(),
                    tone(language)));
        }
        return moods;
    }

    /** Of few texts a rare label needs more weight to be found. */
    private static List<Recipe> questions() {
        var many = new Fitting(1, 0.5, 0.7, BITS);
        var few = new Fitting(0.3, 0.9, 0.7, BITS);
        return List.of(
                question("fi", many),
                question("en", many),
                question("sv", many),
                question("de", few),
                question("es", few),
                question("ru", new Fitting(0.1, 1, 0.5, BITS)));
    }

    private static Recipe question(String language, Fitting fitting) {
        var phrases = Phrases.of(language);
        return new Recipe(
                "question-" + language,
                "q_" + language,
                ordered("n", "other", "q", "question"),
                fitting,
                text -> Features.asking(Asking.bare(even(text)), phrases));
    }

    static Function<String, int[]> tone(String language) {
        var lexicon = Lexicon.of(language);
        return text -> Features.tone(even(text), lexicon);
    }

    private static String even(String text) {
        return Prose.of(text).even();
    }

    private static Map<String, String> ordered(String... pairs) {
        var ordered = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            ordered.put(pairs[i], pairs[i + 1]);
        }
        return ordered;
    }
}
