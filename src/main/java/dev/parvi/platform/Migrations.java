package dev.parvi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Makes and changes the tables. Each room counts its scripts apart, so a new one may have a lower number than an old. */
final class Migrations {

    private static final String FOLDER = "/db/migration/";

    private Migrations() {}

    static void all(Database database) {
        var scripts = Scripts.of(database);
        if (!scripts.haveRun()) {
            configured(database).load().migrate();
            scripts.note();
        }
    }

    /**
     * As they were when only these scripts had run.
     *
     * @throws IOException when this version doesn't have one of them
     */
    static void only(Database database, List<String> scripts) throws IOException {
        var folder = Files.createTempDirectory("parvi");
        try {
            for (var script : scripts) {
                copy(script, folder);
            }
            configured(database).locations("filesystem:" + folder).load().migrate();
        } finally {
            for (var script : scripts) {
                Files.deleteIfExists(folder.resolve(script));
            }
            Files.deleteIfExists(folder);
        }
    }

    private static void copy(String script, Path folder) throws IOException {
        try (var in = Migrations.class.getResourceAsStream(FOLDER + script)) {
            if (in == null || !script.matches("[A-Za-z0-9_]+\\.sql")) {
                throw new IOException("it was made by a newer Parvi than this one (" + Version.NUMBER + ")");
            }
            Files.copy(in, folder.resolve(script));
        }
    }

    private static FluentConfiguration configured(Database database) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .outOfOrder(true);
    }
}
