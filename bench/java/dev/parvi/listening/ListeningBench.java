package dev.parvi.listening;

import com.sun.management.OperatingSystemMXBean;
import dev.parvi.listening.TopicEngine.Stored;
import dev.parvi.shared.BrandId;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Posts against stored topics, beside Lucene's Monitor as it comes; all figures by the CPU time of the process. */
final class ListeningBench {

    private static final int POSTS = 20_000;
    private static final int CHECKED = 2_000;
    private static final int ROUNDS = 3;
    private static final int BRANDS = 200;
    private static final BrandId BRAND = new BrandId(1);
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "4"));

    private ListeningBench() {}

    /** What matches a post; gives how many topics it met. */
    private interface Matches {
        int post(int number) throws Exception;
    }

    /** @param each wall milliseconds a post */
    private record Rate(double perSecond, double median, double late) {}

    public static void main(String[] args) throws Exception {
        var made = new BenchTopics();
        var posts = made.posts(POSTS);
        for (var size : args) {
            measure(read(new BenchTopics().queries(Integer.parseInt(size))), posts);
        }
        System.exit(0);
    }

    private static List<TopicQuery> read(List<String> typed) throws TopicMisread {
        var queries = new ArrayList<TopicQuery>();
        for (var each : typed) {
            queries.add(TopicQuery.read(each));
        }
        return queries;
    }

    private static void measure(List<TopicQuery> queries, List<String> posts) throws Exception {
        System.out.printf("%n%,d topics%n", queries.size());
        var empty = heap();
        var began = cpu();
        try (var plain = new PlainMonitor()) {
            plain.put(queries);
            System.out.printf("  plain Monitor    registered in %.1f CPU-s, %d MB%n", cpu() - began, heap() - empty);
            empty = heap();
            try (var own = own(queries, 1, empty)) {
                compare(plain, own, posts);
                System.out.printf("  Parvi, English   %s%n", said(run(i -> matched(own, posts.get(i), "en"), SECONDS)));
            }
        }
        try (var spread = own(queries, BRANDS, heap())) {
            System.out.printf(
                    "  Parvi, %d brands %s%n", BRANDS, said(run(i -> matched(spread, posts.get(i), ""), SECONDS)));
        }
    }

    private static TopicMatcher own(List<TopicQuery> queries, int brands, long before) {
        var began = cpu();
        var stored = new ArrayList<Stored>();
        for (var query : queries) {
            stored.add(new Stored(new BrandId(1 + stored.size() % brands), stored.size(), query));
        }
        var matcher = new TopicMatcher();
        matcher.put(stored);
        System.out.printf(
                "  Parvi            registered in %.1f CPU-s, %d MB, for %d brand(s) and %d ways of speaking%n",
                cpu() - began, heap() - before, brands, Speech.values().length);
        return matcher;
    }

    private static void compare(PlainMonitor plain, TopicMatcher own, List<String> posts) throws Exception {
        var theirs = 0;
        var ours = 0;
        for (var i = 0; i < CHECKED; i++) {
            theirs += plain.match(posts.get(i));
            ours += matched(own, posts.get(i), "");
        }
        System.out.printf("  same posts       plain Monitor %,d matches, Parvi %,d%n", theirs, ours);
        var plainRates = new ArrayList<Rate>();
        var ownRates = new ArrayList<Rate>();
        for (var round = 0; round < ROUNDS; round++) {
            plainRates.add(run(i -> plain.match(posts.get(i)), SECONDS));
            ownRates.add(run(i -> matched(own, posts.get(i), ""), SECONDS));
        }
        var plainBest = median(plainRates);
        var ownBest = median(ownRates);
        System.out.printf("  plain Monitor    %s%n", said(plainBest));
        System.out.printf("  Parvi, one brand %s%n", said(ownBest));
        System.out.printf(
                "  Parvi to plain   %.2f (medians of %d rounds)%n",
                ownBest.perSecond() / plainBest.perSecond(), ROUNDS);
        together(own, posts, 50);
        together(own, posts, 250);
        together(own, posts, 2_000);
    }

    /** As a burst is matched: so many posts at once. */
    private static void together(TopicMatcher own, List<String> posts, int batch) {
        var began = cpu();
        var matched = 0;
        var checked = 0;
        var n = 0;
        while (n + batch <= POSTS && cpu() - began < SECONDS) {
            var items = new ArrayList<Matchable>();
            for (var end = n + batch; n < end; n++) {
                items.add(new Matchable(n, "", posts.get(n), "", "example.org", "A source"));
            }
            var found = own.match(BRAND, items);
            for (var each : found.entrySet()) {
                matched += each.getValue().size();
                checked += each.getKey() < CHECKED ? each.getValue().size() : 0;
            }
        }
        System.out.printf(
                "  Parvi, %,d at once %,.0f posts/CPU-s (%,d matches, %,d of the same posts)%n",
                batch, n / (cpu() - began), matched, checked);
    }

    private static Rate median(List<Rate> rates) {
        return rates.stream()
                .sorted((a, b) -> Double.compare(a.perSecond(), b.perSecond()))
                .toList()
                .get(rates.size() / 2);
    }

    private static int matched(TopicMatcher matcher, String post, String language) {
        var found = matcher.match(BRAND, List.of(new Matchable(0, "", post, language, "example.org", "A source")));
        return found.values().stream().mapToInt(List::size).sum();
    }

    private static Rate run(Matches matches, double seconds) throws Exception {
        var each = new double[POSTS];
        var began = cpu();
        var n = 0;
        while (n < POSTS && cpu() - began < seconds) {
            for (var end = Math.min(POSTS, n + 50); n < end; n++) {
                var at = System.nanoTime();
                matches.post(n);
                each[n] = (System.nanoTime() - at) / 1e6;
            }
        }
        var sorted = Arrays.copyOf(each, n);
        Arrays.sort(sorted);
        return new Rate(n / (cpu() - began), sorted[n / 2], sorted[n * 99 / 100]);
    }

    private static String said(Rate rate) {
        return String.format(
                "%,7.0f posts/CPU-s, a post p50 %.2f ms, p99 %.2f ms", rate.perSecond(), rate.median(), rate.late());
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
