package dev.parvi.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whether a database has run all scripts of this version: one question instead of reading its whole history. */
final class Scripts {

    private static final String FACT = "migrations";
    private static final String NO_SUCH_TABLE = "42P01";

    private final Database database;
    private final String all;

    private Scripts(Database database, String all) {
        this.database = database;
        this.all = all;
    }

    static Scripts of(Database database) {
        return new Scripts(database, fingerprint());
    }

    /** False also for a database that is new. */
    boolean haveRun() {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.prepareStatement("select from desk_fact where name = ? and value = ?")) {
            statement.setString(1, FACT);
            statement.setString(2, all);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException("The database could not be asked which scripts it has run", e);
        }
    }

    void note() {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.prepareStatement("""
                        insert into desk_fact (name, value) values (?, ?)
                        on conflict (name) do update set value = excluded.value, noted_at = now()
                        """)) {
            statement.setString(1, FACT);
            statement.setString(2, all);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take note of the scripts it has run", e);
        }
    }

    /** A hash over names and contents, in the order of the names. */
    private static String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            var scripts = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
            Arrays.sort(scripts, Comparator.comparing(Scripts::name));
            for (var script : scripts) {
                hash.update(name(script).getBytes(StandardCharsets.UTF_8));
                hash.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The scripts of this version could not be read", e);
        }
    }

    private static String name(Resource script) {
        return String.valueOf(script.getFilename());
    }
}
