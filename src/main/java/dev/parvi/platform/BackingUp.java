package dev.parvi.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * {@code ./parvi backup FILE}: one zip with all tables as they are at one instant, the media, and the keys sealed with a
 * passphrase. The desk may run meanwhile. What members and visitors wrote stands in it unsealed.
 */
final class BackingUp {

    private static final String OF_THIS_SERVER = "postgres";

    private final DeskSettings settings;
    private final Home home;

    BackingUp(DeskSettings settings) {
        this.settings = settings;
        this.home = new Home(settings.home().toAbsolutePath());
    }

    static int command(List<String> args) {
        if (args.size() != 1) {
            Console.trouble("Which file? ./parvi backup FILE");
            return 2;
        }
        var file = Path.of(args.getFirst()).toAbsolutePath();
        try {
            var manifest = new BackingUp(CommandSettings.read()).into(file, Passphrase.forBackup());
            var rows =
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
            Console.say("Backed up " + rows + " rows of " + manifest.tables().size()
                    + " tables, the media and the keys into " + file);
            return 0;
        } catch (IOException | SQLException e) {
            Console.trouble("The backup failed: " + e.getMessage());
            return 1;
        }
    }

    /** The file appears under its name once it is whole and on the disk. */
    Manifest into(Path file, String passphrase) throws IOException, SQLException {
        if (!settings.outside() && !Files.exists(home.data())) {
            throw new StartRefused(
                    "There is no desk in " + home.root() + ".", "Name its folder: ./parvi --home FOLDER backup FILE.");
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var manifest = write(part, passphrase);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest write(Path file, String passphrase) throws IOException, SQLException {
        try (var database = Database.beside(settings);
                var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            var manifest = tables(connection, zip);
            // After the tables: a picture that they name was there before.
            zip.setLevel(Deflater.NO_COMPRESSION);
            media(zip);
            entry(zip, Manifest.SECRETS, SealedBox.seal(secrets(), passphrase));
            entry(zip, Manifest.ENTRY, manifest.json());
            return manifest;
        }
    }

    private static Manifest tables(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            // Rather an error than rows left out, where the owner doesn't see them all.
            statement.execute("set local row_security = off");
        }
        var schema = new Schema(connection);
        var copied = new ArrayList<Manifest.Table>();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : schema.tables()) {
            zip.putNextEntry(new ZipEntry(Manifest.TABLES + table.name()));
            var rows = copy.copyOut(table.copyOut(), zip);
            zip.closeEntry();
            copied.add(new Manifest.Table(table.name(), table.columns(), rows));
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                Version.NUMBER,
                schema.migrations(),
                Instant.now().toString(),
                copied,
                schema.sequences());
        connection.rollback();
        return manifest;
    }

    private void media(ZipOutputStream zip) throws IOException {
        var folder = home.media();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                // smaller ones are made again, and a name with a dot in front isn't whole yet
                if (name.indexOf('.') < 0) {
                    zip.putNextEntry(new ZipEntry(Manifest.MEDIA + folder.relativize(file)));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }

    private Map<String, byte[]> secrets() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var found = Files.list(home.secrets())) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (!name.equals(OF_THIS_SERVER) && !name.startsWith(".")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
