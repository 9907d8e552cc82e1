package dev.parvi.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes the models of the desk: {@code bin/train-text DATA}. Each is fitted on the training files and measured on the validation files; what
 * is written is fitted on both. The same data gives the same bytes.
 */
@SuppressWarnings("SystemOut")
final class TrainText {

    private record Texts(List<int[]> features, List<String> right) {

        Texts with(Texts more) {
            var all = new Texts(new ArrayList<>(features), new ArrayList<>(right));
            all.features().addAll(more.features());
            all.right().addAll(more.right());
            return all;
        }
    }

    private static final int MOST_OF_ONE = 3_000;

    private final Path data;
    private final Path models;

    private TrainText(Path data, Path models) {
        this.data = data;
        this.models = models;
    }

    /** @param args the data folder, the folder of the models, and the beginnings of the names that are wanted; all without any */
    public static void main(String[] args) throws IOException {
        var training = new TrainText(Path.of(args[0]), Path.of(args[1]));
        var wanted = List.of(args).subList(2, args.length);
        Files.createDirectories(training.models);
        if (wanted.isEmpty() || wanted.contains("common")) {
            System.out.println("common\t" + training.write("common", Commonness.table(training.data)) + " bytes");
        }
        for (var recipe : Recipes.all()) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(recipe.name()::startsWith)) {
                training.make(recipe);
            }
        }
    }

    private void make(Recipe recipe) throws IOException {
        var taught = texts(recipe, recipe.sources(), "train").with(more(recipe));
        var labels = taught.right().stream()
                .flatMap(label -> Labelled.named(label).stream())
                .distinct()
                .sorted()
                .toList();
        var measured = recipe.fitting().fit(labels, taught.features(), taught.right(), 1);
        var asked = new Texts(new ArrayList<>(), new ArrayList<>());
        for (var source : recipe.sources().subList(0, recipe.measured())) {
            var some = texts(recipe, List.of(source), "val");
            say(recipe, source, measured, some, taught.right().size());
            asked = asked.with(some);
        }
        var sharpness = Sharpening.of(measured, asked.features(), asked.right());
        var all = taught.with(texts(recipe, recipe.sources(), "val"));
        var shipped = recipe.fitting().fit(labels, all.features(), all.right(), sharpness);
        write(recipe.name(), recipe.band() == 0 ? shipped : shipped.between("neutral", recipe.band()));
    }

    private static void say(Recipe recipe, String source, LinearModel model, Texts asked, int taught) {
        var guessed = asked.features().stream().map(f -> model.guess(f).label()).toList();
        var right = Scores.resolved(asked.right(), guessed);
        var each = model.labels().size() > 8
                ? ""
                : model.labels().stream()
                        .map(label -> String.format(Locale.ROOT, "%s %.1f", label, Scores.f1(label, right, guessed)))
                        .collect(Collectors.joining(", "));
        System.out.printf(
                Locale.ROOT,
                "%s\t%s\tmacro-F1 %.1f\taccuracy %.1f\ttaught %d asked %d\t%s%n",
                recipe.name(),
                source,
                Scores.macro(right, guessed),
                Scores.accuracy(right, guessed),
                taught,
                asked.right().size(),
                each);
    }

    private long write(String name, LinearModel model) throws IOException {
        var file = models.resolve(name + ".model");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.write(out);
        }
        return Files.size(file);
    }

    private Texts more(Recipe recipe) throws IOException {
        var texts = new Texts(new ArrayList<>(), new ArrayList<>());
        for (var source : recipe.more().entrySet()) {
            var rows = Labelled.read(data.resolve(source.getKey() + ".train.tsv"));
            for (var row : rows.subList(0, Math.min(MOST_OF_ONE, rows.size()))) {
                texts.features().add(recipe.features().apply(row.text()));
                texts.right().add(source.getValue());
            }
        }
        return texts;
    }

    private Texts texts(Recipe recipe, List<String> sources, String part) throws IOException {
        var texts = new Texts(new ArrayList<>(), new ArrayList<>());
        for (var source : sources) {
            for (var row : Labelled.read(data.resolve(source + "." + part + ".tsv"))) {
                var label = recipe.labels().isEmpty()
                        ? row.label()
                        : recipe.labels().get(row.label());
                if (label != null) {
                    texts.features().add(recipe.features().apply(row.text()));
                    texts.right().add(label);
                }
            }
        }
        return texts;
    }
}
