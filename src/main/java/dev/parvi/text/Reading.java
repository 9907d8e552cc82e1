package dev.parvi.text;

import org.jspecify.annotations.Nullable;

/** One text as the models see it; features are made when a model first asks for them. */
final class Reading {

    private static final double SIGNS = 0.8;

    private final Prose.Even prose;
    private final Language language;
    private final double languageConfidence;
    private int @Nullable [] tone;
    private int @Nullable [] places;

    private Reading(Prose.Even prose, Language language, double languageConfidence) {
        this.prose = prose;
        this.language = language;
        this.languageConfidence = languageConfidence;
    }

    /** @param language null to have it told */
    static Reading of(String text, @Nullable Language language) {
        var prose = Prose.of(text);
        if (language != null && language.known()) {
            return new Reading(prose, language, 1);
        }
        var guess = Tongues.guess(prose);
        return new Reading(prose, new Language(guess.label()), guess.confidence());
    }

    Prose.Even prose() {
        return prose;
    }

    Language language() {
        return language;
    }

    double languageConfidence() {
        return languageConfidence;
    }

    int[] tone() {
        var made = tone;
        if (made == null) {
            made = Features.tone(prose.even(), Lexicon.of(language.code()));
            tone = made;
        }
        return made;
    }

    /** Whether it has words that the rule names in its language. */
    boolean has(Rule rule) {
        return place(rule) >= 0;
    }

    /** How many words stand before the first that the rule names; -1 where there is none. */
    int place(Rule rule) {
        var made = places;
        if (made == null) {
            made = Phrases.of(language.code()).places(prose.even());
            places = made;
        }
        return made[rule.ordinal()];
    }

    boolean serves(Rule rule) {
        return Phrases.of(language.code()).serves(rule);
    }

    /** Null where no model serves the language, or there's nothing to judge by. */
    @Nullable
    Guess mood() {
        return wordless() ? bySigns() : guess(Models.Task.MOOD);
    }

    /** Emoji and smileys without a word mean the same in all languages. */
    boolean wordless() {
        return prose.even().chars().noneMatch(Character::isLetterOrDigit);
    }

    private @Nullable Guess bySigns() {
        var glad = prose.even().indexOf(Prose.GLAD) >= 0;
        var sad = prose.even().indexOf(Prose.SAD) >= 0;
        return glad == sad ? null : new Guess((glad ? Mood.POSITIVE : Mood.NEGATIVE).label(), SIGNS);
    }

    @Nullable
    Guess guess(Models.Task task) {
        var empty = prose.even().isBlank();
        return empty
                ? null
                : Models.of(task, language)
                        .map(model -> model.guess(features(task)))
                        .orElse(null);
    }

    private int[] features(Models.Task task) {
        return task == Models.Task.QUESTION
                ? Features.asking(Asking.bare(prose.even()), Phrases.of(language.code()))
                : tone();
    }
}
