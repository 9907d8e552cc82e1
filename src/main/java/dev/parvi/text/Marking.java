package dev.parvi.text;

import dev.parvi.text.Models.Task;
import org.jspecify.annotations.Nullable;

/** Marks a text: by a model where there is one of the language, by a rule where there isn't, unsure where there's neither. */
final class Marking {

    private static final int FEWEST_SIGNS = 4;
    /** Who closes with a full stop asks seldom; the models know texts without signs only, and don't know that. */
    private static final double CLOSED = 6;

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
        var guess = text.guess(Task.QUESTION);
        if (guess != null) {
            var asks = guess.label().equals("question") ? guess.confidence() : 1 - guess.confidence();
            return Finding.by(Basis.MODEL, text.prose().closed() ? asks / (asks + CLOSED * (1 - asks)) : asks);
        }
        if (!text.serves(Rule.QUESTION_WORDS)) {
            return Finding.UNSURE;
        }
        var place = text.place(Rule.QUESTION_WORDS);
        return place == 0 ? Finding.by(Rule.QUESTION_WORDS, 0.6) : absent();
    }

    /** The rule adds to what the model finds, since the words it was trained on aren't all there are. */
    private static Finding either(Reading text, Task task, String label, Rule rule, double confidence) {
        var guess = text.guess(task);
        if (guess != null) {
            var found = modelled(guess, label);
            return text.has(rule) && !found.there() ? Finding.by(rule, confidence) : found;
        }
        return text.serves(rule) ? ruled(text, rule, confidence) : Finding.UNSURE;
    }

    private static Finding modelled(Guess guess, String label) {
        return Finding.by(Basis.MODEL, guess.label().equals(label) ? guess.confidence() : 1 - guess.confidence());
    }

    private static Finding ruled(Reading text, Rule rule, double confidence) {
        return text.has(rule) ? Finding.by(rule, confidence) : absent();
    }

    private static Finding spam(Reading text) {
        var prose = text.prose();
        var signs = prose.links() + prose.tags() + prose.names();
        if (signs >= FEWEST_SIGNS && prose.even().chars().filter(c -> c == ' ').count() - 1 < 3L * signs) {
            return Finding.by(Rule.HARDLY_WORDS, 0.7);
        }
        var english = Phrases.of("en").places(prose.even())[Rule.BAIT_WORDS.ordinal()] >= 0;
        if (english || text.has(Rule.BAIT_WORDS)) {
            return Finding.by(Rule.BAIT_WORDS, prose.links() > 0 ? 0.9 : 0.7);
        }
        return text.serves(Rule.BAIT_WORDS) ? absent() : Finding.UNSURE;
    }

    private static Finding complaint(Reading text, @Nullable Guess mood) {
        if (!text.serves(Rule.TROUBLE_WORDS)) {
            return Finding.UNSURE;
        }
        if (text.has(Rule.DEMAND_WORDS)) {
            return Finding.by(Rule.DEMAND_WORDS, 0.8);
        }
        return is(mood, Mood.NEGATIVE) ? ruled(text, Rule.TROUBLE_WORDS, 0.75) : absent();
    }

    private static Finding praise(Reading text, @Nullable Guess mood) {
        if (!text.serves(Rule.LAUDING_WORDS)) {
            return Finding.UNSURE;
        }
        return is(mood, Mood.POSITIVE) ? ruled(text, Rule.LAUDING_WORDS, 0.75) : absent();
    }

    private static boolean is(@Nullable Guess guess, Mood mood) {
        return Understanding.mood(guess) == mood;
    }

    private static Finding absent() {
        return new Finding(Finding.State.NOT_THERE, 0.7, Basis.RULE, null);
    }
}
