package dev.parvi.text;

import dev.parvi.text.Models.Task;
import org.jspecify.annotations.Nullable;

/** Marks a text: by a model where there is one of the language, by a rule where there isn't, unsure where there's neither. */
final class Marking {

    private Marking() {}

    /** @param mood null where it's unsure */
    static Finding of(Mark mark, Reading text, @Nullable Guess mood) {
        return switch (mark) {
            case QUESTION -> question(text);
            case OFFENSIVE -> either(text, Task.OFFENSIVE, "offensive", Rule.RUDE_WORDS, 0.8);
            case PURCHASE_INTENT -> either(text, Task.INTENT, "yes", Rule.BUYING_WORDS, 0.75);
            case SPAM -> spam(text);
            case COMPLAINT -> complaint(text, mood);
            case PRAISE -> praise(text, mood);
        };
    }

    private static Finding question(Reading text) {
        if (text.prose().asks()) {
            return Finding.by(Rule.QUESTION_MARK, 0.95);
        }
        return either(text, Task.QUESTION, "question", Rule.QUESTION_WORDS, 0.6);
    }

    /** The rule adds to what the model finds, since the words it was trained on aren't all there are. */
    private static Finding either(Reading text, Task task, String label, Rule rule, double confidence) {
        var words = Phrases.of(text.language().code());
        var guess = text.guess(task);
        var ruled = words.has(rule, text.prose().even());
        if (guess != null) {
            var found =
                    Finding.by(Basis.MODEL, guess.label().equals(label) ? guess.confidence() : 1 - guess.confidence());
            return ruled && !found.there() ? Finding.by(rule, confidence) : found;
        }
        if (!words.serves(rule)) {
            return Finding.UNSURE;
        }
        return ruled ? Finding.by(rule, confidence) : absent();
    }

    private static Finding spam(Reading text) {
        var prose = text.prose();
        var words = prose.even().chars().filter(c -> c == ' ').count() - 1;
        if (prose.links() + prose.tags() + prose.names() >= 4
                && words < 3L * (prose.links() + prose.tags() + prose.names())) {
            return Finding.by(Rule.HARDLY_WORDS, 0.7);
        }
        var phrases = Phrases.of(text.language().code());
        if (phrases.has(Rule.BAIT_WORDS, prose.even()) || Phrases.of("en").has(Rule.BAIT_WORDS, prose.even())) {
            return Finding.by(Rule.BAIT_WORDS, prose.links() > 0 ? 0.9 : 0.7);
        }
        return phrases.serves(Rule.BAIT_WORDS) ? absent() : Finding.UNSURE;
    }

    private static Finding complaint(Reading text, @Nullable Guess mood) {
        var phrases = Phrases.of(text.language().code());
        if (!phrases.serves(Rule.TROUBLE_WORDS)) {
            return Finding.UNSURE;
        }
        if (phrases.has(Rule.DEMAND_WORDS, text.prose().even())) {
            return Finding.by(Rule.DEMAND_WORDS, 0.8);
        }
        if (is(mood, Mood.NEGATIVE)
                && phrases.has(Rule.TROUBLE_WORDS, text.prose().even())) {
            return Finding.by(Rule.TROUBLE_WORDS, 0.75);
        }
        return absent();
    }

    private static Finding praise(Reading text, @Nullable Guess mood) {
        var phrases = Phrases.of(text.language().code());
        if (!phrases.serves(Rule.LAUDING_WORDS)) {
            return Finding.UNSURE;
        }
        return is(mood, Mood.POSITIVE)
                        && phrases.has(Rule.LAUDING_WORDS, text.prose().even())
                ? Finding.by(Rule.LAUDING_WORDS, 0.75)
                : absent();
    }

    private static boolean is(@Nullable Guess guess, Mood mood) {
        return Understanding.mood(guess) == mood;
    }

    private static Finding absent() {
        return new Finding(Finding.State.NOT_THERE, 0.7, Basis.RULE, null);
    }
}
