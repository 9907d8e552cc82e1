package dev.parvi.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models in the jar, each read when it's first asked for and then kept. */
final class Models {

    private static final Map<String, Optional<LinearModel>> READ = new ConcurrentHashMap<>();

    /** What a model can be asked. */
    enum Task {
        MOOD,
        QUESTION,
        OFFENSIVE,
        INTENT,
        EMOTION;

        String file(Language language) {
            return name().toLowerCase(java.util.Locale.ROOT) + "-" + language.code();
        }
    }

    private Models() {}

    /** Empty where no model serves the language. */
    static Optional<LinearModel> of(Task task, Language language) {
        return READ.computeIfAbsent(task.file(language), Models::read);
    }

    static LinearModel language() {
        return needed("language");
    }

    /** How common a feature is in any language: 127 where every text has it, 0 where hardly one of 3,000 does. */
    static LinearModel common() {
        return needed("common");
    }

    private static LinearModel needed(String name) {
        return READ.computeIfAbsent(name, Models::read)
                .orElseThrow(() -> new IllegalStateException("The model \"" + name + "\" is missing from the jar."));
    }

    private static Optional<LinearModel> read(String name) {
        try (var in = Models.class.getResourceAsStream("/text/models/" + name + ".model")) {
            return in == null ? Optional.empty() : Optional.of(LinearModel.read(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of weights that are held now. */
    static long held() {
        return READ.values().stream()
                .flatMap(Optional::stream)
                .mapToLong(LinearModel::size)
                .sum();
    }
}
