package dev.parvi.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Logistic regression with the shipped models' scores as its offset: it learns only the difference between what was said and what the
 * moderators say, and nothing where they agree.
 */
final class LearnedFitting {

    private static final int ROUNDS = 60;
    private static final double STEP = 2.0;
    private static final double PULL = 0.002;
    private static final double SUREST = 0.9;

    private LearnedFitting() {}

    /** Features with their worth; the worths' squares sum up to 1. */
    record Vector(int[] hashes, float[] values) {}

    private record Lesson(Vector vector, double[] moods, double[] marks, Correction correction) {}

    static Vector features(Reading reading) {
        var hashes = reading.tone();
        var values = new float[hashes.length];
        java.util.Arrays.fill(values, (float) (1 / Math.sqrt(Math.max(1, hashes.length))));
        return new Vector(hashes, values);
    }

    /** The scores of the three moods; all 0 where no model serves the language. */
    static double[] moods(Reading reading) {
        return Models.of(Models.Task.MOOD, reading.language())
                .map(model -> model.probabilities(reading.tone()))
                .map(LearnedFitting::logs)
                .orElseGet(() -> new double[3]);
    }

    private static double[] logs(double[] probabilities) {
        var logs = new double[probabilities.length];
        for (var k = 0; k < logs.length; k++) {
            logs[k] = Math.log(Math.clamp(probabilities[k], 1 - SUREST, SUREST));
        }
        return logs;
    }

    static double logit(double probability) {
        var held = Math.clamp(probability, 1 - SUREST, SUREST);
        return Math.log(held / (1 - held));
    }

    static Map<Integer, float[]> fit(List<Correction> corrections, int outputs) {
        var lessons = lessons(corrections);
        var weights = new HashMap<Integer, float[]>();
        var order = new Random(7);
        for (var round = 0; round < ROUNDS; round++) {
            java.util.Collections.shuffle(lessons, order);
            for (var lesson : lessons) {
                learn(lesson, weights, outputs, STEP / (1 + round * 0.05));
            }
        }
        return weights;
    }

    private static List<Lesson> lessons(List<Correction> corrections) {
        var latest = new LinkedHashMap<String, Correction>();
        for (var correction : corrections) {
            latest.merge(correction.text(), correction, LearnedFitting::later);
        }
        return new java.util.ArrayList<>(
                latest.values().stream().map(LearnedFitting::lesson).toList());
    }

    private static Correction later(Correction before, Correction after) {
        var marks = new HashMap<>(before.marks());
        marks.putAll(after.marks());
        return new Correction(after.text(), after.mood() == null ? before.mood() : after.mood(), marks);
    }

    private static Lesson lesson(Correction correction) {
        var reading = Reading.of(correction.text(), null);
        var base = Understanding.plainly(reading);
        var marks = new double[Mark.values().length];
        for (var mark : Mark.values()) {
            marks[mark.ordinal()] = logit(base.finding(mark).probability());
        }
        return new Lesson(features(reading), moods(reading), marks, correction);
    }

    private static void learn(Lesson lesson, Map<Integer, float[]> weights, int outputs, double step) {
        var vector = lesson.vector();
        var scores = new double[outputs];
        for (var i = 0; i < vector.hashes().length; i++) {
            var row = weights.computeIfAbsent(vector.hashes()[i], h -> new float[outputs]);
            for (var k = 0; k < outputs; k++) {
                scores[k] += row[k] * vector.values()[i];
            }
        }
        var wrong = wrong(lesson, scores, outputs);
        for (var i = 0; i < vector.hashes().length; i++) {
            var row = weights.get(vector.hashes()[i]);
            for (var k = 0; row != null && k < outputs; k++) {
                if (wrong[k] != 0) {
                    row[k] += (float) (step * (wrong[k] * vector.values()[i] - PULL * row[k]));
                }
            }
        }
    }

    private static double[] wrong(Lesson lesson, double[] scores, int outputs) {
        var wrong = new double[outputs];
        var mood = lesson.correction().mood();
        if (mood != null && mood != Mood.UNSURE) {
            var now = new double[3];
            for (var k = 0; k < 3; k++) {
                now[k] = lesson.moods()[k] + scores[k];
            }
            now = LinearModel.softened(now);
            for (var k = 0; k < 3; k++) {
                wrong[k] = (mood.ordinal() == k ? 1 : 0) - now[k];
            }
        }
        lesson.correction().marks().forEach((mark, there) -> {
            var k = 3 + mark.ordinal();
            wrong[k] = (there ? 1 : 0) - 1 / (1 + Math.exp(-(lesson.marks()[mark.ordinal()] + scores[k])));
        });
        return wrong;
    }
}
