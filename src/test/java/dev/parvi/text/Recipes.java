package dev.parvi.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All the models, and how each is made. The figures were chosen on the validation files. */
final class Recipes {

    private static final Map<String, String> MOODS = ordered("neg", "negative", "neu", "neutral", "pos", "positive");

    private Recipes() {}

    static List<Recipe> all() {
        var all = new ArrayList<Recipe>();
        all.add(new Recipe(
                "language", List.of("lid"), Map.of(), new Fitting(1, 0, 16), text -> Features.tongue(even(text))));
        all.addAll(moods());
        for (var language : List.of("fi", "en", "sv", "de", "es", "ru")) {
            all.add(new Recipe(
                    "question-" + language,
                    List.of("q_" + language),
                    ordered("n", "other", "q", "question"),
                    new Fitting(1, 0.5, 18),
                    text -> Features.asking(Asking.bare(even(text)))));
        }
        var offence =
                ordered("0", "offensive", "1", "offensive", "2", "other", "OFFENSE", "offensive", "OTHER", "other");
        all.add(new Recipe("offensive-en", List.of("dav"), offence, new Fitting(1, 0.8, 18), tone("en")));
        all.add(new Recipe("offensive-de", List.of("germeval"), offence, new Fitting(2, 0.5, 18), tone("de")));
        all.add(new Recipe(
                "intent-en", List.of("pi"), ordered("no", "no", "yes", "yes"), new Fitting(1, 0.8, 18), tone("en")));
        all.add(new Recipe("emotion-en", List.of("goemo_ekman"), Map.of(), new Fitting(0.25, 0.5, 18), tone("en")));
        all.add(new Recipe("emotion-fi", List.of("xed8_fi"), Map.of(), new Fitting(0.25, 0.5, 18), tone("fi")));
        return all;
    }

    private static List<Recipe> moods() {
        var moods = new ArrayList<Recipe>();
        moods.add(mood("fi", 0.25, "xed3_fi"));
        moods.add(mood("en", 0.25, "goemo3", "xed3_en"));
        Map.of(
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
                        "hindi")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(language -> moods.add(mood(language.getKey(), 0.5, "um_" + language.getValue())));
        moods.add(mood("ru", 0.5, "xed2_ru"));
        moods.add(mood("sv", 0.5, "xed2_sv"));
        return moods;
    }

    private static Recipe mood(String language, double cost, String... sources) {
        return new Recipe("mood-" + language, List.of(sources), MOODS, new Fitting(cost, 0.6, 18), tone(language));
    }

    private static Function<String, int[]> tone(String language) {
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
