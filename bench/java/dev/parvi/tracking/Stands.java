package dev.parvi.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a folder that was filled once is asked with again.
 *
 * @param today the day after the last that has visits
 * @param cookie of its only member
 */
record Stands(LocalDate today, long brand, String cookie) {

    private static final String FILE = "stands";

    /** Null where nothing was filled yet. */
    static @Nullable Stands read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return null;
        }
        var lines = Files.readAllLines(file);
        return new Stands(LocalDate.parse(lines.get(0)), Long.parseLong(lines.get(1)), lines.get(2));
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve(FILE), List.of(today.toString(), Long.toString(brand), cookie));
    }
}
