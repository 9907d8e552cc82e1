package dev.parvi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The home folder: everything the desk keeps on disk stands below it. */
public record Home(Path root) {

    /** PostgreSQL's own folder. */
    public Path data() {
        return root.resolve("data");
    }

    /** PostgreSQL's unpacked programs, one folder a version. */
    public Path programs() {
        return root.resolve("programs");
    }

    public Path media() {
        return made(root.resolve("media"));
    }

    public Path secrets() {
        return made(root.resolve("secrets"));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
        }
    }
}
