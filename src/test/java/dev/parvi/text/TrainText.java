package dev.parvi.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the models of the desk: {@code bin/train-text DATA}. Each is fitted on the training file and measured on the validation file; what
 * is written is fitted on both. The same data gives the same bytes.
 */
@SuppressWarnings("SystemOut")
final class TrainText {

    private record Texts(List<int[]> features, List<String> right) {}

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
        System.out.println("model\tmacro-F1\taccuracy\ttexts\tvalidated on\tbytes");
        for (var recipe : Recipes.all()) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(recipe.name()::startsWith)) {
                training.make(recipe);
            }
        }
    }

    private void make(Recipe recipe) throws IOException {
        var taught = texts(recipe, recipe.sources(), "train");
        var asked = texts(recipe, recipe.sources().subList(0, 1), "val");
        var labels = taught.right().stream().distinct().sorted().toList();
        var measured = recipe.fitting().fit(labels, taught.features(), taught.right(), 1);
        var guessed =
                asked.features().stream().map(f -> measured.guess(f).label()).toList();
        var all = new Texts(new ArrayList<>(taught.features()), new ArrayList<>(taught.right()));
        var rest = texts(recipe, recipe.sources(), "val");
        all.features().addAll(rest.features());
        all.right().addAll(rest.right());
        var sharpness = Sharpening.of(measured, asked.features(), asked.right());
        var shipped = recipe.fitting().fit(labels, all.features(), all.right(), sharpness);
        var file = models.resolve(recipe.name() + ".model");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            shipped.write(out);
        }
        System.out.printf(
                Locale.ROOT,
                "%s\t%.1f\t%.1f\t%d\t%d\t%d%n",
                recipe.name(),
                Scores.macro(asked.right(), guessed),
                Scores.accuracy(asked.right(), guessed),
                taught.right().size(),
                asked.right().size(),
                Files.size(file));
    }

    private Texts texts(Recipe recipe, List<String> sources, String part) throws IOException {
        var texts = new Texts(new ArrayList<>(), new ArrayList<>());
        for (var source : sources) {
            for (var row : Labelled.read(data.resolve(source + "." + part + ".tsv"))) {
                var first = row.label().split(",")[0];
                var label = recipe.labels().isEmpty() ? first : recipe.labels().get(first);
                if (label != null) {
                    texts.features().add(recipe.features().apply(row.text()));
                    texts.right().add(label);
                }
            }
        }
        return texts;
    }
}
