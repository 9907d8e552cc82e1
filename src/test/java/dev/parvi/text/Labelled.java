package dev.parvi.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text, and what it is. */
record Labelled(String label, String text) {

    /** A text may be several things at once: {@code joy,surprise}. */
    static List<String> named(String label) {
        return List.of(label.split(","));
    }

    /** One a line: label, tab, text. Lines without a tab are left out. */
    static List<Labelled> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.indexOf('\t') > 0)
                .map(line ->
                        new Labelled(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)))
                .toList();
    }
}
