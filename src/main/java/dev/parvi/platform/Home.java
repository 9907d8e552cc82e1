package dev.parvi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

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

    /** Where the desk's own PostgreSQL listens while it runs, for a command beside it. */
    Path postgresPort() {
        return root.resolve("postgres.port");
    }

    public Path media() {
        return made(root.resolve("media"));
    }

    /** Keys and passwords; nobody else may look into this folder. */
    public Path secrets() {
        var folder = root.resolve("secrets");
        if (!Files.isDirectory(folder)) {
            closed(made(folder));
        }
        return folder;
    }

    private static void closed(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be closed to others", e);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
        }
    }
}
