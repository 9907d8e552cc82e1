package dev.parvi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/**
 * {@code ./parvi restore FILE}: puts a backup into an empty home folder (and an empty database, where that is outside),
 * then brings it to this version's tables. The desk learns from {@code restored_at} that what the backup says is still to
 * go out may have gone out since.
 */
final class Restoring {

    private final DeskSettings settings;
    private final Home home;

    Restoring(DeskSettings settings) {
        this.settings = settings;
        this.home = new Home(settings.home().toAbsolutePath());
    }

    static int command(List<String> args) {
        if (args.size() != 1) {
            Console.trouble("Which file? ./parvi restore FILE");
            return 2;
        }
        var settings = CommandSettings.read();
        try {
            var manifest =
                    new Restoring(settings).from(Path.of(args.getFirst()).toAbsolutePath(), Passphrase::forRestore);
            Console.say("Restored the backup of " + manifest.made() + " into " + settings.home()
                    + ". Nothing goes out until it was read back at its network or released by a person.");
            return 0;
        } catch (IOException | SQLException e) {
            Console.trouble("The restore failed: " + e.getMessage());
            return 1;
        }
    }

    /** @throws StartRefused when a desk runs there, something stands there already, or the file isn't one of ours */
    Manifest from(Path file, Asking passphrase) throws IOException, SQLException {
        if (!Files.exists(file)) {
            throw new StartRefused("There is no file " + file + ".", "Check its name.");
        }
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip);
            var secrets = SealedBox.open(bytes(zip, Manifest.SECRETS), passphrase.ask());
            try (var database = Database.open(settings)) {
                refuseUnlessEmpty(database);
                Unfinished.begin(home);
                fill(database, zip, manifest);
            }
            put(secrets);
            media(zip);
            Unfinished.done(home);
            return manifest;
        }
    }

    interface Asking {
        String ask();
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var manifest = Manifest.of(bytes(zip, Manifest.ENTRY));
        if (manifest.format() != Manifest.FORMAT) {
            throw new StartRefused(
                    "This backup was made by Parvi " + manifest.parvi() + ", which lays it out in another way.",
                    "Restore it with that version.");
        }
        return manifest;
    }

    private void refuseUnlessEmpty(Database database) throws SQLException {
        try (var connection = connection(database)) {
            if (!new Schema(connection).empty()) {
                throw new StartRefused(
                        settings.outside()
                                ? "The database already holds tables."
                                : "The folder " + home.root() + " already holds a desk.",
                        settings.outside()
                                ? "Name an empty one with --database-url."
                                : "Move it away, or name an empty folder: ./parvi --home FOLDER restore FILE.");
            }
        }
    }

    private static void fill(Database database, ZipFile zip, Manifest manifest) throws IOException, SQLException {
        Migrations.only(database, manifest.migrations());
        try (var connection = connection(database)) {
            connection.setAutoCommit(false);
            rows(connection, zip, manifest);
            connection.commit();
        }
        database.migrate();
        note(database);
    }

    private static void rows(Connection connection, ZipFile zip, Manifest manifest) throws IOException, SQLException {
        quietly(connection);
        var all = manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.joining(", "));
        execute(connection, "truncate " + all);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : manifest.tables()) {
            try (var in = stream(zip, Manifest.TABLES + table.name())) {
                var rows = copy.copyIn(table.copyIn(), in, 1 << 16);
                if (rows != table.rows()) {
                    throw new IOException(
                            "of " + table.name() + " it holds " + rows + " rows in place of " + table.rows());
                }
            }
        }
        try (var set = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (var sequence : manifest.sequences()) {
                if (sequence.last() != null) {
                    set.setString(1, sequence.name());
                    set.setLong(2, sequence.last());
                    set.execute();
                }
            }
        }
    }

    /** References aren't checked while we may say so; who isn't superuser relies on the order of the tables. */
    private static void quietly(Connection connection) throws SQLException {
        var before = connection.setSavepoint();
        try {
            execute(connection, "set local session_replication_role = replica");
        } catch (SQLException e) {
            connection.rollback(before);
        }
    }

    private static void note(Database database) throws SQLException {
        try (var connection = connection(database);
                var note = connection.prepareStatement("""
                        insert into desk_fact (name, value) values ('restored_at', ?)
                        on conflict (name) do update set value = excluded.value, noted_at = now()
                        """)) {
            note.setString(1, Instant.now().toString());
            note.execute();
        }
    }

    private void put(Map<String, byte[]> secrets) throws IOException {
        for (var secret : secrets.entrySet()) {
            PrivateFiles.write(inside(home.secrets(), secret.getKey()), secret.getValue());
        }
    }

    private void media(ZipFile zip) throws IOException {
        for (var entry : zip.stream()
                .filter(each -> each.getName().startsWith(Manifest.MEDIA))
                .toList()) {
            var file = inside(home.media(), entry.getName().substring(Manifest.MEDIA.length()));
            Files.createDirectories(file.getParent());
            try (var in = zip.getInputStream(entry)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IOException("it names a file outside its folder");
        }
        return file;
    }

    private static Connection connection(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (var in = stream(zip, name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it is no backup of Parvi, or not a whole one: " + name + " is missing");
        }
        return zip.getInputStream(entry);
    }
}
