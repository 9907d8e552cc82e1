package dev.parvi.listening;

import dev.parvi.Parvi;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.EarlyDatabase;
import dev.parvi.platform.Tenant;
import dev.parvi.support.Given;
import dev.parvi.team.Seat;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads all feeds of the bench's server into the database, and again when nothing is new. */
final class FeedsBench {

    private static final int PORT = Integer.getInteger("bench.port");
    private static final int FEEDS = Integer.getInteger("bench.feeds", 5_000);
    private static final int WARM = Integer.getInteger("bench.warm", 500);
    private static final int TOPICS = Integer.getInteger("bench.topics", 1_000);

    private final ApplicationContext desk;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private FeedsBench(ApplicationContext desk) {
        this.desk = desk;
        this.jdbc = desk.getBean(JdbcClient.class);
        this.transaction = desk.getBean(TransactionTemplate.class);
    }

    public static void main(String[] args) {
        var application = new SpringApplication(Parvi.class, Given.class);
        application.addInitializers(new EarlyDatabase());
        var desk = application.run(args);
        try {
            new FeedsBench(desk).run();
        } finally {
            desk.close();
        }
    }

    private void run() {
        var given = desk.getBean(Given.class);
        System.out.printf(
                "fsync %s, synchronous_commit %s, %d lanes, %d at once to a host%n",
                setting("fsync"), setting("synchronous_commit"), Fetcher.LANES, Hosts.AT_ONCE);
        if (WARM > 0) {
            var first = given.brand();
            topics(first);
            pass(first, "first of the process", FEEDS, WARM);
        }
        var seat = given.brand();
        topics(seat);
        pass(seat, "cold", 0, FEEDS);
        again(seat);
        again(seat);
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting('" + name + "')")
                .query(String.class)
                .single();
    }

    private void pass(Seat seat, String name, int from, int count) {
        var fetcher = fetcher();
        Tenant.run(seat.brand(), () -> desk.getBean(Importing.class).take(seat, opml(from, count)));
        measure(seat, name, fetcher, count, "select count(*) from fetching where read_at is null", true);
        System.out.printf(
                "  %d items, %d sources failing; %d topics, %d matches%n",
                count(seat, "select count(*) from item"),
                count(seat, "select count(*) from source where state <> 'LIVE'"),
                count(seat, "select count(*) from topic"),
                count(seat, "select count(*) from topic_match"));
    }

    private void again(Seat seat) {
        var fetcher = fetcher();
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update fetching set next_at = now(), read_at = null")
                                .update()));
        measure(seat, "again, 304", fetcher, FEEDS, "select count(*) from fetching where read_at is null", false);
    }

    private void measure(Seat seat, String name, Fetcher fetcher, int feeds, String left, boolean items) {
        var cpu = cpu();
        var database = database();
        var began = System.nanoTime();
        fetcher.start();
        var matching = Thread.ofPlatform().start(this::match);
        while (count(seat, left) > 0) {
            LockSupport.parkNanos(50_000_000);
        }
        var read = (System.nanoTime() - began) / 1e9;
        while (items && count(seat, "select count(*) from backlog where follower = 'topics'") > 0) {
            LockSupport.parkNanos(50_000_000);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "parvi %-20s %5d feeds  %6.2f s  %7.0f feeds/s  (read and stored after %.2f s; processor time: desk %.2f s, database %.2f s)%n",
                name,
                feeds,
                seconds,
                feeds / seconds,
                read,
                cpu() - cpu,
                database() - database);
        fetcher.stop();
        matching.interrupt();
        try {
            matching.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the desk's own task does, which is switched off here; grouping into stories waits until all is over. */
    private void match() {
        while (!Thread.interrupted()) {
            desk.getBean(Matching.class).matchAll();
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** As {@link BenchTopics} has them, in the words that the feeds are made of. */
    private void topics(Seat seat) {
        var choosing = desk.getBean(Choosing.class);
        var queries = new BenchTopics().queries(TOPICS);
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> queries.forEach(query -> {
                    if (!(choosing.add(seat, "Topic " + query.hashCode(), query) instanceof Choosing.Kept.Done)) {
                        throw new IllegalStateException(query);
                    }
                })));
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /** Of PostgreSQL's processes, which are the desk's own; they last as long as the desk. */
    private static double database() {
        return ProcessHandle.current()
                        .descendants()
                        .flatMap(each -> each.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    private long count(Seat seat, String sql) {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(
                        status -> jdbc.sql(sql).query(Long.class).single()));
    }

    /** One that runs, though the desk's own tasks don't. */
    private Fetcher fetcher() {
        var settings = desk.getBean(DeskSettings.class);
        return new Fetcher(
                desk.getBean(Turns.class),
                desk.getBean(Hosts.class),
                desk.getBean(Fetch.class),
                desk.getBean(Settling.class),
                desk.getBean("workerTransaction", TransactionTemplate.class),
                desk.getBean(Clock.class),
                new DeskSettings(
                        settings.home(),
                        settings.databaseUrl(),
                        settings.databaseUser(),
                        settings.databasePassword(),
                        settings.publicAddress(),
                        true,
                        true));
    }

    private static byte[] opml(int from, int count) {
        var text = new StringBuilder("<opml version=\"2.0\"><body>");
        for (var n = from; n < from + count; n++) {
            text.append("<outline type=\"rss\" text=\"Feed ")
                    .append(n)
                    .append("\" xmlUrl=\"http://")
                    .append(FeedServer.host(n))
                    .append(':')
                    .append(PORT)
                    .append("/f/")
                    .append(n)
                    .append(".xml\"/>");
        }
        return text.append("</body></opml>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
