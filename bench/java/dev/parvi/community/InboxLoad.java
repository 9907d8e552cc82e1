package dev.parvi.community;

import dev.parvi.platform.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Fills a database with a brand's past, set by set; indexes are made afterwards, as a restore would. */
final class InboxLoad {

    static final int ACCOUNTS = 200;
    static final int PROFILES = 200_000;
    private static final int TEXTS = 20_000;
    private static final int WORDS = 5_000;
    private static final int PARTS = 2;

    private final Database database;
    private final int conversations;
    private final int comments;

    InboxLoad(Database database, int conversations, int comments) {
        this.database = database;
        this.conversations = conversations;
        this.comments = comments;
    }

    /** A word of the made-up language; a low rank is a frequent one. */
    static String word(int rank) {
        var syllables = new String[] {
            "ka", "lo", "mi", "re", "su", "ta", "vo", "ne", "pi", "du", "fa", "go", "hy", "je", "bra", "ste", "on", "ul"
        };
        var word = new StringBuilder();
        for (var n = rank + 20; n > 0; n /= syllables.length) {
            word.append(syllables[n % syllables.length]);
        }
        return word.append('x').toString();
    }

    /** A rank as texts have them: the n-th word n times as seldom as the first. */
    static int rank(Random random) {
        return (int) Math.min(WORDS - 1, Math.pow(WORDS, random.nextDouble()) - 1);
    }

    static String text(Random random) {
        var text = new StringBuilder();
        while (text.length() < 110) {
            text.append(word(rank(random))).append(' ');
        }
        return text.append(random.nextInt(4) == 0 ? "?" : ".").toString();
    }

    /** Whether an earlier run has filled it. */
    boolean filled() throws SQLException {
        try (var connection = connection();
                var rows = connection.createStatement().executeQuery("select 1 from brand")) {
            return rows.next();
        }
    }

    void fill() throws SQLException {
        execute("alter system set max_wal_size = '6GB'", "select pg_reload_conf()");
        texts();
        execute("""
                insert into brand (id, handle, name, zone, language) overriding system value values (1, 'bench', 'Bench', 'Europe/Helsinki', 'en')
                """, """
                insert into account (brand_id, id, network, place, handle, name, address, credentials) overriding system value
                select 1, g, 'bench', 'place-' || g, '@' || g, 'Account ' || g, 'https://bench.example/' || g, '' from generate_series(1, %d) g
                """.formatted(ACCOUNTS), """
                insert into profile (brand_id, network, key, external_id, name, handle, address, first_at)
                select 1, 'bench', %s, 'p' || g, 'Person ' || g, '@p' || g, '', now() from generate_series(0, %d) g
                """.formatted(key("'p' || g"), PROFILES - 1));
        var pointers = pointers("conversation", "comment", "verdict");
        var conversation = indexes("conversation");
        var comment = indexes("comment");
        var verdict = indexes("verdict");
        all(parts(conversations, """
                        insert into conversation (brand_id, id, account_id, network, kind, root, root_key, state, assignee, priority, waiting,
                            waiting_since, promised_by, opened_at, last_at, first_in_at, last_in_at, comments, inbound, unread, marks, open_marks,
                            mood, language, preview, last_speaker)
                        overriding system value
                        select 1, g, 1 + g %% 200, 'bench', 'COMMENT', 'c' || g, %s,
                            (array['OPEN', 'OPEN', 'OPEN', 'DONE', 'DONE', 'DONE', 'DONE', 'SNOOZED'])[1 + g * 7919::bigint %% 8],
                            case when g %% 3 = 0 then 1 + g * 31::bigint %% 50 else 0 end,
                            (array[0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0])[1 + g * 104729::bigint %% 20], g %% 3 <> 1,
                            t.at, t.at + interval '1 day', t.at, t.at, t.at, t.at, 5, 5, g %% 4, g %% 64, g %% 64,
                            g %% 3 - 1, (array['en', 'fi', 'ru', 'sv'])[1 + g %% 4], 'preview text of the conversation number ' || g, 'Person ' || g %% 1000
                        from generate_series(:from, :to) g, lateral (select now() - g * interval '1 second' - interval '1 hour' as at) t
                        """.formatted(key("'c' || g"))), parts(comments, """
                        insert into comment (brand_id, id, conversation_id, account_id, key, external_id, profile_id, kind, standing, us, at, heard_at, text, address)
                        overriding system value
                        select 1, g, c, 1 + c %% 200, md5('m' || g)::uuid, 'm' || g, 1 + g * 31::bigint %% %d, 'COMMENT', 'SHOWN', false, t.at, t.at, x.text, ''
                        from generate_series(:from, :to) g, lateral (select 1 + (g - 1) %% %d as c) k,
                            lateral (select now() - c * interval '1 second' - interval '1 hour' - (g / %d) * interval '1 day' as at) t
                        join bench_text x on true where x.id = g %% %d
                        """.formatted(
                        PROFILES, conversations, conversations, TEXTS)));
        all(List.of(conversation.toArray(String[]::new)), List.of(comment.toArray(String[]::new)), List.of());
        all(parts(comments, """
                insert into verdict (brand_id, comment_id, conversation_id, at, language, mood, mood_confidence, mood_basis, marks, unsure, ruled, learned, words)
                select 1, g, c, t.at, 'en', g %% 3 - 1, 0.9, 'MODEL', g %% 64, 0, 0, 0, x.words
                from generate_series(:from, :to) g, lateral (select 1 + (g - 1) %% %d as c) k,
                    lateral (select now() - c * interval '1 second' - interval '1 hour' - (g / %d) * interval '1 day' as at) t
                join bench_text x on true where x.id = g %% %d
                """.formatted(conversations, conversations, TEXTS)));
        all(verdict.stream().map(List::of).toList().toArray(List[]::new));
        execute(pointers.toArray(String[]::new));
        execute(
                "select setval(pg_get_serial_sequence('conversation', 'id'), %d)".formatted(conversations),
                "select setval(pg_get_serial_sequence('comment', 'id'), %d)".formatted(comments),
                "vacuum analyze conversation",
                "vacuum analyze comment",
                "vacuum analyze verdict",
                "vacuum analyze profile",
                "alter system reset max_wal_size",
                "select pg_reload_conf()",
                "checkpoint");
    }

    /** Reads the tables and indexes whose names are like these into PostgreSQL's buffers, the largest first. */
    void warm(String... names) throws SQLException {
        try (var connection = connection();
                var query = connection.prepareStatement("""
                select sum(pg_prewarm(oid::regclass)) from (
                    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'i') and n.nspname in ('public', 'peer')
                      and case n.nspname when 'peer' then 'peer.' else '' end || c.relname like any (?)
                    order by c.relpages desc) large
                """)) {
            connection.createStatement().execute("create extension if not exists pg_prewarm");
            query.setArray(1, connection.createArrayOf("text", names));
            query.execute();
        }
    }

    private static String key(String name) {
        return "encode(substring(sha256(convert_to(" + name + ", 'UTF8')) for 16), 'hex')::uuid";
    }

    private void texts() throws SQLException {
        var random = new Random(1);
        try (var connection = connection();
                var insert = connection.prepareStatement(
                        "insert into bench_text values (?, ?, to_tsvector('english', ?))")) {
            connection
                    .createStatement()
                    .execute("create unlogged table bench_text (id int primary key, text text, words tsvector)");
            for (var i = 0; i < TEXTS; i++) {
                var text = text(random);
                insert.setInt(1, i);
                insert.setString(2, text);
                insert.setString(3, text);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.createStatement().execute("analyze bench_text");
        }
    }

    /** Takes away the foreign keys that lean on these tables' indexes; what it answers makes them again. */
    private List<String> pointers(String... tables) throws SQLException {
        var made = new ArrayList<String>();
        var dropped = new ArrayList<String>();
        try (var connection = connection();
                var query = connection.prepareStatement("""
                        select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint
                        where contype = 'f' and confrelid = any (?::regclass[])""")) {
            query.setArray(1, connection.createArrayOf("text", tables));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    dropped.add("alter table %s drop constraint %s".formatted(rows.getString(1), rows.getString(2)));
                    made.add("alter table %s add constraint %s %s"
                            .formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        execute(dropped.toArray(String[]::new));
        return made;
    }

    /** Takes a table's indexes away; what it answers makes them again. */
    private List<String> indexes(String table) throws SQLException {
        var made = new ArrayList<String>();
        try (var connection = connection();
                var statement = connection.createStatement()) {
            var dropped = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), c.conname, pg_get_constraintdef(c.oid)
                    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
                    where i.indrelid = '%s'::regclass""".formatted(table))) {
                while (rows.next()) {
                    if (rows.getString(3) == null) {
                        dropped.add("drop index " + rows.getString(1));
                        made.add(rows.getString(2));
                    } else {
                        dropped.add("alter table " + table + " drop constraint " + rows.getString(3));
                        made.add("alter table " + table + " add constraint " + rows.getString(3) + " "
                                + rows.getString(4));
                    }
                }
            }
            for (var each : dropped) {
                statement.execute(each);
            }
        }
        return made;
    }

    private static List<String> parts(int rows, String sql) {
        var parts = new ArrayList<String>();
        for (var part = 0; part < PARTS; part++) {
            parts.add(sql.replace(":from", Long.toString((long) rows * part / PARTS + 1))
                    .replace(":to", Long.toString((long) rows * (part + 1) / PARTS)));
        }
        return parts;
    }

    /** The statements, two at a time. */
    @SafeVarargs
    private void all(List<String>... statements) {
        var todo = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        for (var each : statements) {
            todo.addAll(each);
        }
        var hands = new ArrayList<CompletableFuture<Void>>();
        for (var hand = 0; hand < PARTS; hand++) {
            hands.add(CompletableFuture.runAsync(
                    () -> {
                        for (var sql = todo.poll(); sql != null; sql = todo.poll()) {
                            try {
                                execute(sql);
                            } catch (SQLException e) {
                                throw new IllegalStateException(sql, e);
                            }
                        }
                    },
                    command -> Thread.ofPlatform().start(command)));
        }
        hands.forEach(CompletableFuture::join);
    }

    void execute(String... statements) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                var began = System.nanoTime();
                statement.execute(sql);
                if (System.getenv("VERBOSE") != null) {
                    System.err.printf(
                            "%6d ms  %s%n",
                            (System.nanoTime() - began) / 1_000_000,
                            sql.strip().lines().findFirst().orElse(""));
                }
            }
        }
    }

    Connection connection() throws SQLException {
        var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        connection
                .createStatement()
                .execute(
                        "set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'; set max_parallel_maintenance_workers = 0; set jit = off");
        return connection;
    }
}
