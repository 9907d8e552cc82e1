package dev.parvi.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Logistic regression with the shipped models' scores as its offset: it learns only the difference between what was said and what the
 * moderators say, and nothing where they agree.
 */
final class LearnedFitting {

    private static final int ROUNDS = 50;
    private static final double STEP = 2.0;
    private static final double SLOWING = 0.05;
    private static final double PULL = 0.002;
    private static final double SUREST = 0.9;

    private LearnedFitting() {}

    /** Features with their worth; the worths' squares sum up to 1. */
    record Vector(int[] hashes, float[] values) {}

    /** @param taught the outputs that the correction says something about */
    private record Lesson(Vector vector, double[] moods, double[] marks, Correction correction, int[] taught) {}

    /** What is common in any text counts for little, so that a lesson is about its subject. */
    static Vector features(Reading reading) {
        var hashes = reading.tone();
        var common = Models.common();
        var values = new float[hashes.length];
        var sum = 0.0;
        for (var i = 0; i < hashes.length; i++) {
            var rare = 1 - common.weight(hashes[i]) / (double) Byte.MAX_VALUE;
            values[i] = (float) (rare * rare);
            sum += values[i] * values[i];
        }
        var norm = sum == 0 ? 0 : (float) (1 / Math.sqrt(sum));
        for (var i = 0; i < values.length; i++) {
            values[i] *= norm;
        }
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

    /** @return by hash of the feature what it adds to each output */
    static Map<Integer, float[]> fit(List<Correction> corrections, int outputs) {
        var lessons = lessons(corrections);
        var hashes = lessons.stream()
                .flatMapToInt(lesson -> Arrays.stream(lesson.vector().hashes()))
                .distinct()
                .sorted()
                .toArray();
        var weights = new float[hashes.length][outputs];
        var rows = new IdentityHashMap<Lesson, int[]>();
        for (var lesson : lessons) {
            rows.put(
                    lesson,
                    Arrays.stream(lesson.vector().hashes())
                            .map(hash -> Arrays.binarySearch(hashes, hash))
                            .toArray());
        }
        var order = new Random(7);
        for (var round = 0; round < ROUNDS; round++) {
            Collections.shuffle(lessons, order);
            for (var lesson : lessons) {
                learn(lesson, rows.getOrDefault(lesson, new int[0]), weights, STEP / (1 + round * SLOWING));
            }
        }
        var fitted = new HashMap<Integer, float[]>(hashes.length * 2);
        for (var row = 0; row < hashes.length; row++) {
            fitted.put(hashes[row], weights[row]);
        }
        return fitted;
    }

    private static List<Lesson> lessons(List<Correction> corrections) {
        var latest = new LinkedHashMap<String, Correction>();
        for (var correction : corrections) {
            latest.merge(correction.text(), correction, Correction::then);
        }
        return new ArrayList<>(
                latest.values().stream().map(LearnedFitting::lesson).toList());
    }

    private static Lesson lesson(Correction correction) {
        var reading = Reading.of(correction.text(), correction.language());
        var base = Understanding.plainly(reading);
        var marks = new double[Mark.values().length];
        for (var mark : Mark.values()) {
            marks[mark.ordinal()] = logit(base.finding(mark).probability());
        }
        return new Lesson(features(reading), moods(reading), marks, correction, taught(correction));
    }

    private static int[] taught(Correction correction) {
        var moods = correction.mood() == null || correction.mood() == Mood.UNSURE
                ? IntStream.empty()
                : IntStream.range(0, 3);
        return IntStream.concat(
                        moods,
                        correction.marks().keySet().stream()
                                .mapToInt(mark -> 3 + mark.ordinal())
                                .sorted())
                .toArray();
    }

    private static void learn(Lesson lesson, int[] rows, float[][] weights, double step) {
        var values = lesson.vector().values();
        var scores = new double[3 + lesson.marks().length];
        for (var i = 0; i < rows.length; i++) {
            var row = weights[rows[i]];
            for (var k : lesson.taught()) {
                scores[k] += row[k] * values[i];
            }
        }
        var wrong = wrong(lesson, scores);
        for (var i = 0; i < rows.length; i++) {
            var row = weights[rows[i]];
            for (var k : lesson.taught()) {
                row[k] += (float) (step * (wrong[k] * values[i] - PULL * row[k]));
            }
        }
    }

    private static double[] wrong(Lesson lesson, double[] scores) {
        var wrong = new double[scores.length];
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
