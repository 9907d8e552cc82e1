package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parvi.shared.BrandId;
import dev.parvi.support.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

@Timeout(120)
class BackupTest {

    private final Path folder =
            Path.of("target", "test-desks", UUID.randomUUID().toString()).toAbsolutePath();
    private final DeskSettings desk = settings("desk");
    private final DeskSettings other = settings("other");
    private final Path file = folder.resolve("desk.zip");

    @Test
    void a_desk_backed_up_while_it_runs_comes_back_whole_in_another_home() throws Exception {
        Files.createDirectories(folder);
        var ring = new Keyring(new Home(desk.home()));
        var sealed = ring.seal("app-password".getBytes(StandardCharsets.UTF_8), "account 1");
        var picture = new MediaFolder(new Home(desk.home())).keep(new BrandId(1), picture());
        Map<String, String> before;
        try (var running = Database.open(desk)) {
            running.migrate();
            fill(running);
            before = content(running);

            new BackingUp(desk).into(file, "correct horse");

            assertThat(content(running)).isEqualTo(before);
            refused(() -> new Restoring(desk).from(file, () -> "correct horse"), "already runs");
        }
        assertThat(before).containsKeys("mail", "membership", "desk_fact").doesNotContainKey("flyway_schema_history");

        refused(() -> new Restoring(other).from(file, () -> "wrong horse"), "passphrase");
        new Restoring(other).from(file, () -> "correct horse");

        try (var restored = Database.open(other)) {
            var after = content(restored);
            assertThat(after.remove("desk_fact")).contains("restored_at").contains("colour\tblue");
            before.remove("desk_fact");
            assertThat(after).isEqualTo(before);
            assertThat(
                            single(
                                    restored,
                                    "insert into mail (recipient, subject, body, queued_at, next_try) values ('a', 'b', 'c', now(), now()) returning id"))
                    .isEqualTo("8");
        }
        assertThat(new Keyring(new Home(other.home())).open(sealed, "account 1"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("app-password");
        assertThat(new MediaFolder(new Home(other.home())).read(new BrandId(1), picture.hash()))
                .isEqualTo(new MediaFolder(new Home(desk.home())).read(new BrandId(1), picture.hash()));
        refused(() -> new Restoring(other).from(file, () -> "correct horse"), "already holds a desk");
    }

    @Test
    void a_file_that_is_no_backup_is_refused_before_anything_is_touched() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(file, "no zip");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Restoring(other).from(file, () -> "x"));
        refused(() -> new Restoring(other).from(folder.resolve("nowhere.zip"), () -> "x"), "no file");
        assertThat(other.home()).doesNotExist();
    }

    @Test
    void a_desk_does_not_start_on_half_a_restore() throws Exception {
        Files.createDirectories(other.home());
        Unfinished.begin(new Home(other.home()));

        refused(() -> Database.open(other), "did not come to its end");
    }

    @Test
    void a_home_without_a_desk_has_nothing_to_back_up() {
        refused(() -> new BackingUp(other).into(file, "x"), "no desk");
    }

    @Test
    void each_table_comes_after_those_it_refers_to() throws Exception {
        try (var connection =
                DriverManager.getConnection(TestDatabase.fresh(), TestDatabase.user(), TestDatabase.password())) {
            connection.createStatement().execute("""
                    create table aaa (id int primary key, one int generated always as (id * 2) stored);
                    create table zzz (id int primary key);
                    alter table aaa add foreign key (id) references zzz;
                    """);

            var tables = new Schema(connection).tables();
            var names = tables.stream().map(Manifest.Table::name).toList();

            assertThat(names.indexOf("zzz")).isBetween(0, names.indexOf("aaa"));
            assertThat(names.indexOf("member")).isLessThan(names.indexOf("membership"));
            assertThat(tables.get(names.indexOf("aaa")).columns()).containsExactly("id");
        }
    }

    private DeskSettings settings(String name) {
        return new DeskSettings(
                folder.resolve(name), null, null, null, URI.create("http://desk.example"), false, false);
    }

    interface Work {
        void run() throws Exception;
    }

    static void refused(Work work, String words) {
        assertThatExceptionOfType(StartRefused.class).isThrownBy(work::run).withMessageContaining(words);
    }

    /** Rows with what is hard to carry: nulls, tabs, quotes, arrays, gaps in the numbers, references. */
    static void fill(Database database) throws SQLException {
        try (var connection = connection(database);
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into mail (recipient, subject, body, queued_at, next_try)
                    select 'aino' || n, E'tab\\t\\\\ "quote" ☕', E'lines\\nлинии', now(), now() from generate_series(1, 7) n;
                    delete from mail where id = 3;
                    insert into desk_fact (name, value) values ('colour', 'blue');
                    insert into member (email, name, password) values ('aino@example.org', 'Aino', 'x');
                    insert into brand (id, handle, name, zone, language) values (7, 'kahvila', 'Kahvila', 'Europe/Helsinki', 'fi');
                    insert into membership (brand_id, member_id, roles) select 7, id, '{manager,"a,b"}' from member;
                    insert into page_post (brand_id, key, slug, published_at, changed_at) values (7, 'k1', 's1', now(), now());
                    insert into page_post (brand_id, key, slug, thread_id, parent_id, published_at, changed_at)
                    select 7, 'k2', 's2', id, id, now(), now() from page_post;
                    insert into page_comment (brand_id, post_id, name, text, visitor, state, made_at)
                    select 7, min(id), 'Matti', 'Hyvää', '\\x00ff', 'SHOWN', now() from page_post;
                    insert into page_comment (brand_id, post_id, parent_id, name, text, visitor, state, made_at)
                    select 7, post_id, id, 'Liisa', 'Niin on', '', 'HELD', now() from page_comment;
                    """);
        }
    }

    static Map<String, String> content(Database database) throws Exception {
        try (var connection = connection(database)) {
            var content = new TreeMap<String, String>();
            for (var table : new Schema(connection).tables()) {
                var out = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table.name() + " order by 1) to stdout", out);
                content.put(table.name(), out.toString(StandardCharsets.UTF_8));
            }
            content.put("sequences", new Schema(connection).sequences().toString());
            return content;
        }
    }

    static @Nullable String single(Database database, String sql) throws SQLException {
        try (var connection = connection(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static Connection connection(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    static ByteArrayInputStream picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
