package dev.parvi.text;

import dev.parvi.text.Models.Task;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the command line can be asked, and the labels it answers with. */
enum TextTask {
    LANGUAGE {
        @Override
        Guess answer(Reading text) {
            return new Guess(text.language().code(), text.languageConfidence());
        }
    },
    MOOD {
        @Override
        Guess answer(Reading text) {
            var mood = text.mood();
            return mood == null ? UNSURE : mood;
        }
    },
    QUESTION {
        @Override
        Guess answer(Reading text) {
            return marked(Mark.QUESTION, text, "question", "other");
        }
    },
    OFFENSIVE {
        @Override
        Guess answer(Reading text) {
            return marked(Mark.OFFENSIVE, text, "offensive", "other");
        }
    },
    INTENT {
        @Override
        Guess answer(Reading text) {
            return marked(Mark.PURCHASE_INTENT, text, "yes", "no");
        }
    },
    EMOTION {
        @Override
        Guess answer(Reading text) {
            var emotion = text.guess(Task.EMOTION);
            return emotion == null ? UNSURE : emotion;
        }
    };

    private static final Guess UNSURE = new Guess("unsure", 0);

    abstract Guess answer(Reading text);

    static Optional<TextTask> named(String name) {
        for (var task : values()) {
            if (task.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    private static Guess marked(Mark mark, Reading text, String there, String notThere) {
        if (text.prose().even().isBlank()) {
            return UNSURE;
        }
        var finding = Marking.of(mark, text, null);
        var labels =
                Map.of(Finding.State.THERE, there, Finding.State.NOT_THERE, notThere, Finding.State.UNSURE, "unsure");
        return new Guess(labels.getOrDefault(finding.state(), "unsure"), finding.confidence());
    }
}
