package dev.parvi.text;

/** Tells languages. */
final class Tongues {

    /** Below it a guess among 29 languages is no better than a name drawn from a hat of a few. */
    private static final double LEAST = 0.2;

    private Tongues() {}

    static Guess guess(Prose.Even text) {
        if (!hasLetters(text.even())) {
            return new Guess(Language.UNKNOWN.code(), 0);
        }
        var guess = Models.language().guess(Features.tongue(text.even()));
        return guess.confidence() < LEAST ? new Guess(Language.UNKNOWN.code(), guess.confidence()) : guess;
    }

    private static boolean hasLetters(String even) {
        return even.chars().anyMatch(Character::isLetter);
    }
}
