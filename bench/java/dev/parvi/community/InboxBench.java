package dev.parvi.community;

import dev.parvi.Parvi;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.platform.Database;
import dev.parvi.platform.EarlyDatabase;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** Fills a brand and measures; each figure is a line of JSON on standard output. */
final class InboxBench {

    private static final BrandId BRAND = new BrandId(1);
    private static final int BATCH = 1_500;
    private static final int ROUNDS = 3;
    private static final int CONVERSATIONS = Integer.getInteger("bench.conversations", 1_000_000);
    private static final int COMMENTS = Integer.getInteger("bench.comments", 5_000_000);
    private static final long SECONDS = Integer.getInteger("bench.seconds", 8);

    private final ApplicationContext desk;
    private final InboxLoad load;
    private final Random random = new Random(5);
    // Another run on the same desk must not say the same again, on neither side.
    private final Random fresh = new Random();
    private long number = System.currentTimeMillis() * 1_000;

    private InboxBench(ApplicationContext desk) {
        this.desk = desk;
        this.load = new InboxLoad(desk.getBean(Database.class), CONVERSATIONS, COMMENTS);
    }

    public static void main(String[] args) throws SQLException {
        var application = new SpringApplication(Parvi.class);
        application.addInitializers(new EarlyDatabase());
        var desk = application.run(args);
        try {
            new InboxBench(desk).run();
        } finally {
            desk.close();
        }
    }

    private void run() throws SQLException {
        var began = System.nanoTime();
        if (!load.filled()) {
            load.fill();
            peer();
            in(() -> desk.getBean(Counting.class).recount());
        }
        say(
                "load",
                "conversations",
                CONVERSATIONS,
                "comments",
                COMMENTS,
                "seconds",
                (System.nanoTime() - began) / 1_000_000_000);
        var only = System.getProperty("bench.only", "");
        if (only.isEmpty() || only.equals("page")) {
            page();
        }
        if (only.isEmpty() || only.equals("search")) {
            search();
        }
        if (only.isEmpty() || only.equals("taking")) {
            takeIn("take in, plain SQL on an empty table");
        }
        if (only.isEmpty() || only.equals("taking") || only.equals("full")) {
            peerFilled();
            takeIn("take in, plain SQL on as many rows");
        }
        if (only.isEmpty() || only.equals("understanding")) {
            understand();
        }
        if (only.isEmpty()) {
            page();
        }
    }

    // ——— plain SQL: one table of conversations, one of messages, a batch in one statement

    private void peer() throws SQLException {
        load.execute(
                "create schema peer",
                """
                create table peer.conv (id bigint generated always as identity primary key, ext text not null unique, channel int not null,
                    status smallint not null default 0, assignee int, last_at timestamptz not null, n int not null default 0, preview text)
                """,
                """
                create table peer.message (id bigint generated always as identity primary key, conv bigint not null, ext text not null unique,
                    author text, body text, at timestamptz not null)
                """,
                """
                insert into peer.conv (ext, channel, status, assignee, last_at, n, preview)
                select 'c' || g, g %% 200, (g::bigint * 7919) %% 4, case when g %% 3 = 0 then (g::bigint * 31) %% 50 end,
                    now() - (g %% 5000000) * interval '1 second', 1, 'preview text of the conversation number ' || g from generate_series(1, %d) g
                """.formatted(CONVERSATIONS),
                "create index on peer.conv (status, last_at desc, id)",
                "create index on peer.conv (assignee, status, last_at desc)",
                "create index on peer.conv (channel, status, last_at desc)",
                "create index on peer.message (conv, at)",
                "vacuum analyze peer.conv");
    }

    /** The same number of messages as the brand has comments: what is taken in is looked for among as many. */
    private void peerFilled() throws SQLException {
        load.execute("""
                insert into peer.message (conv, ext, author, body, at)
                select (g::bigint * 7919) %% %d + 1, 'm' || g, 'author', 'a comment body of about one hundred and forty characters, with some words in it that an operator would read and then answer, or hide',
                    now() - (g %% 5000000) * interval '1 second' from generate_series(1, %d) g
                where not exists (select from peer.message where ext = 'm1')
                """.formatted(CONVERSATIONS, COMMENTS), "vacuum analyze peer.message");
    }

    private static final String PEER_BATCH = """
            with s as (select (g * 7919::bigint + ?) %% %1$d + 1 c, 'b' || ? || '-' || g e from generate_series(1, %2$d) g),
            m as (insert into peer.message (conv, ext, author, body, at)
                select c, e, 'author', 'a comment body of about one hundred and forty characters, with some words in it that an operator would read and then answer, or hide', now()
                from s on conflict (ext) do nothing returning conv, body),
            a as (select conv, count(*) k, max(body) body from m group by conv)
            update peer.conv set n = n + k, last_at = now(), status = 0, preview = left(a.body, 80) from a where conv.id = a.conv
            """.formatted(CONVERSATIONS, BATCH);

    /**
     * Both sides in turn, each from a checkpoint on, for the same time, with all that they touch read once before: what is
     * compared is work that goes on, not how fast this disk wakes up. The first round counts for neither.
     */
    private void takeIn(String name) throws SQLException {
        var plain = new Pace();
        var ours = new Pace();
        try (var connection = load.connection();
                var statement = connection.prepareStatement(PEER_BATCH)) {
            connection.createStatement().execute("reset synchronous_commit");
            if (System.getenv("PROFILE") != null) {
                load.execute("alter system set log_min_duration_statement = 2", "select pg_reload_conf()");
            }
            load.warm("peer.%", "comment%", "conversation%", "profile%");
            for (var round = 0; round <= ROUNDS; round++) {
                load.execute("checkpoint");
                var first = pace(n -> fresh.nextLong(2_000_000_000), b -> {
                    try {
                        statement.setLong(1, b);
                        statement.setLong(2, b);
                        statement.executeUpdate();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                load.execute("checkpoint");
                var taking = desk.getBean(Taking.class);
                // What a connector makes of a network's answer isn't measured here: it's ready before.
                var second = pace(
                        n -> new Batch(account(n), heard(n)),
                        batch -> Tenant.in(BRAND, () -> taking.hear(batch.account(), "bench", batch.heard())));
                say("round", "number", round, "plainSqlPerSecond", first.perSecond(), "perSecond", second.perSecond());
                if (round > 0) {
                    plain = plain.and(first);
                    ours = ours.and(second);
                }
            }
        }
        say(
                name,
                "batch",
                BATCH,
                "comments",
                ours.n(),
                "plainSqlPerSecond",
                plain.perSecond(),
                "perSecond",
                ours.perSecond(),
                "share",
                Math.round(100.0 * ours.perSecond() / plain.perSecond()) / 100.0);
    }

    private record Batch(AccountId account, List<Heard> heard) {}

    /** How much was done within the time that counts. */
    private record Pace(long n, long nanos) {

        private Pace() {
            this(0, 0);
        }

        private Pace and(Pace other) {
            return new Pace(n + other.n, nanos + other.nanos);
        }

        private long perSecond() {
            return Math.round(n * 1e9 / Math.max(1, nanos));
        }
    }

    private static <T> Pace pace(IntFunction<T> prepared, Consumer<T> work) {
        var pace = new Pace();
        for (var n = 0; pace.nanos() < SECONDS * 1_000_000_000L; n++) {
            var batch = prepared.apply(n);
            var began = System.nanoTime();
            work.accept(batch);
            pace = pace.and(new Pace(BATCH, System.nanoTime() - began));
        }
        return pace;
    }

    private static AccountId account(int n) {
        return new AccountId(1 + n % InboxLoad.ACCOUNTS);
    }

    /** A batch of one account, each comment in another of its conversations. */
    private List<Heard> heard(int n) {
        var heard = new ArrayList<Heard>(BATCH);
        var account = n % InboxLoad.ACCOUNTS;
        var start = fresh.nextInt(CONVERSATIONS);
        var now = Instant.now();
        for (var i = 0; i < BATCH; i++) {
            var c = (int) ((start + i * 7919L) % (CONVERSATIONS / InboxLoad.ACCOUNTS)) * InboxLoad.ACCOUNTS + account;
            var who = "p" + fresh.nextInt(InboxLoad.PROFILES);
            heard.add(new Heard(
                    "b" + number++,
                    Kind.COMMENT,
                    "c" + (c == 0 ? InboxLoad.ACCOUNTS : c),
                    null,
                    new Speaker(who, "Person " + who.substring(1), "@" + who, null, false),
                    InboxLoad.text(random),
                    null,
                    now,
                    null,
                    Standing.SHOWN,
                    URI.create("https://bench.example/b"),
                    List.of("en"),
                    Map.of()));
        }
        return heard;
    }

    // ——— understanding

    private void understand() throws SQLException {
        load.warm("verdict_%", "comment_%", "conversation%");
        load.execute("checkpoint");
        var grasping = desk.getBean(Grasping.class);
        for (var n = 0; n < 6; n++) {
            Tenant.in(BRAND, grasping::next);
        }
        var began = System.nanoTime();
        var done = 0;
        while (System.nanoTime() - began < SECONDS * 1_000_000_000L) {
            var n = Tenant.in(BRAND, grasping::next);
            if (n == 0) {
                break;
            }
            done += n;
        }
        say("understand", "comments", done, "perSecond", Math.round(done * 1e9 / (System.nanoTime() - began)));
    }

    // ——— the inbox

    private void page() throws SQLException {
        load.warm("conversation%", "inbox_tally%");
        var sifting = desk.getBean(Sifting.class);
        var open = Sieve.of(Conversation.State.OPEN);
        var sieves = List.of(
                open,
                open.onlyWaiting(),
                open.assignedTo(Conversation.NOBODY),
                open.urgent(Urgency.COMPLAINT),
                Sieve.of(Conversation.State.DONE));
        times("inbox page with its counts", 4_000, n -> {
            var sieve = switch (n % 7) {
                case 5 -> open.on(account(n * 31));
                case 6 -> open.assignedTo(new MemberId(1 + n % 50));
                default -> sieves.get(n % 7);
            };
            var after = n % 10 == 9 ? "0_" + Instant.now().minusSeconds(random.nextInt(900_000)) + "_1" : "";
            sifting.page(sieve, after, 50);
            sifting.counts();
        });
        times("a view of one's own with its limited count", 400, n -> {
            var sieve = new Sieve(
                    Conversation.State.OPEN,
                    false,
                    open.assignee(),
                    open.account(),
                    open.urgency(),
                    Marks.of(1 << n % 6),
                    open.mood(),
                    List.of("", "fi", "ru").get(n % 3),
                    "");
            sifting.page(sieve, "", 50);
            sifting.count(sieve);
        });
    }

    private void search() throws SQLException {
        load.warm("verdict%", "conversation%");
        var sifting = desk.getBean(Sifting.class);
        times("search", 600, n -> {
            var words = InboxLoad.word(InboxLoad.rank(random))
                    + (n % 2 == 0 ? "" : " " + InboxLoad.word(InboxLoad.rank(random)));
            sifting.page(Sieve.of(Conversation.State.OPEN).saying(words), "", 50);
        });
        times("search with its limited count", 200, n -> {
            var sieve = Sieve.of(Conversation.State.OPEN).saying(InboxLoad.word(InboxLoad.rank(random)));
            sifting.page(sieve, "", 50);
            sifting.count(sieve);
        });
    }

    private void times(String what, int requests, IntConsumer request) {
        for (var n = 0; n < requests / 10; n++) {
            var number = n;
            in(() -> request.accept(number));
        }
        var times = new double[requests];
        for (var n = 0; n < requests; n++) {
            var number = n;
            var began = System.nanoTime();
            in(() -> request.accept(number));
            times[n] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(times);
        say(what, "requests", requests, "p50", at(times, 0.5), "p95", at(times, 0.95), "p99", at(times, 0.99));
    }

    private static double at(double[] times, double share) {
        return Math.round(100 * times[Math.min(times.length - 1, (int) (share * times.length))]) / 100.0;
    }

    private void in(Runnable work) {
        Tenant.run(BRAND, work);
    }

    private static void say(String bench, Object... figures) {
        var line = new StringBuilder("{\"bench\":\"" + bench + '"');
        for (var i = 0; i < figures.length; i += 2) {
            line.append(",\"").append(figures[i]).append("\":").append(figures[i + 1]);
        }
        System.out.println(line.append(",\"cores\":")
                .append(Runtime.getRuntime().availableProcessors())
                .append('}'));
    }
}
