package dev.parvi.listening;

import dev.parvi.Parvi;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.platform.EarlyDatabase;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.SourceId;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Items grouped per second on a real database, fsync on: made-up news of one day, of which half stand alone and the others are told by up to twelve
 * sources, with words as frequent as in a language (Zipf) and names of their own.
 */
final class GroupingBench {

    private static final int ITEMS = Integer.getInteger("bench.items", 20_000);
    private static final int SOURCES = 200;
    private static final int WORDS = 30_000;
    private static final int BATCH = 25;

    private final ApplicationContext desk;
    private final Random random = new Random(7);
    private final String[] words;

    private GroupingBench(ApplicationContext desk) {
        this.desk = desk;
        this.words = IntStream.range(0, WORDS).mapToObj(n -> word()).toArray(String[]::new);
    }

    public static void main(String[] args) {
        var application = new SpringApplication(Parvi.class);
        application.addInitializers(new EarlyDatabase());
        var desk = application.run(args);
        try {
            new GroupingBench(desk).run();
        } finally {
            desk.close();
        }
    }

    private void run() {
        var seat = seat();
        var following = desk.getBean(Following.class);
        var collecting = desk.getBean(Collecting.class);
        var sources = new ArrayList<SourceId>();
        Tenant.run(seat.brand(), () -> {
            for (var n = 0; n < SOURCES; n++) {
                sources.add(following
                        .add(seat, NewSource.feed("https://s" + n + ".example/feed", "S" + n, List.of()))
                        .id());
            }
        });
        var news = news();
        var began = System.nanoTime();
        for (var from = 0; from < news.size(); from += BATCH) {
            collecting.take(
                    seat.brand(),
                    sources.get(random.nextInt(SOURCES)),
                    news.subList(from, Math.min(news.size(), from + BATCH)));
        }
        say("taken in", began, news.size());
        var grouping = desk.getBean(Grouping.class);
        Tenant.run(seat.brand(), () -> {
            var started = System.nanoTime();
            var done = 0;
            var part = System.nanoTime();
            for (var n = grouping.next(); n > 0; n = grouping.next()) {
                done += n;
                if (done % (ITEMS / 4) < n && done < ITEMS) {
                    say("grouped, up to " + done, part, ITEMS / 4);
                    part = System.nanoTime();
                }
            }
            say("grouped, all", started, done);
        });
    }

    private static void say(String what, long began, int n) {
        System.out.printf(
                Locale.ROOT, "%-24s %7d items %7.0f a second%n", what, n, n / ((System.nanoTime() - began) / 1e9));
    }

    private Seat seat() {
        var jdbc = desk.getBean(JdbcClient.class);
        var member = new MemberId(
                jdbc.sql("insert into member (email, name, password) values ('b@example.org', 'B', 'x') returning id")
                        .query(Long.class)
                        .single());
        var brand = desk.getBean(Branding.class)
                .found(
                        member,
                        id -> new Brand(
                                id,
                                "bench",
                                "Bench",
                                ZoneId.of("Europe/Helsinki"),
                                Locale.ENGLISH,
                                "",
                                Set.of(Brand.Aim.COMMUNITY),
                                "#1f6f5c",
                                false,
                                Duration.ofMinutes(30),
                                false));
        return new Seat(member, "B", brand.id(), EnumSet.of(Role.MANAGER));
    }

    private List<Fresh> news() {
        var news = new ArrayList<Fresh>();
        var day = Instant.now().minus(Duration.ofDays(1));
        while (news.size() < ITEMS) {
            var names = IntStream.range(0, 3).mapToObj(n -> capital(word())).toList();
            var own = IntStream.range(0, 25).mapToObj(n -> common()).toList();
            var at = day.plusSeconds(random.nextInt(60_000));
            for (var left = random.nextBoolean() ? 1 : 2 + random.nextInt(11); left > 0; left--) {
                news.add(item(names, own, at.plusSeconds(random.nextInt(20_000)), news.size()));
            }
        }
        return news.subList(0, ITEMS);
    }

    private Fresh item(List<String> names, List<String> own, Instant at, int n) {
        var title = common() + " " + names.get(random.nextInt(3)) + " " + said(own, 5);
        var text = capital(said(own, 6)) + " " + names.get(random.nextInt(3)) + " " + said(own, 8) + ". "
                + capital(said(own, 4)) + " "
                + IntStream.range(0, 12).mapToObj(i -> common()).collect(Collectors.joining(" ")) + " "
                + names.get(random.nextInt(3)) + ".";
        return new Fresh("k" + n, "https://s.example/" + n, title, text, null, "", "en", "", at);
    }

    private String said(List<String> own, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> own.get(random.nextInt(own.size())))
                .collect(Collectors.joining(" "));
    }

    private String common() {
        return words[(int) (WORDS * Math.pow(random.nextDouble(), 4))];
    }

    private String word() {
        var word = new StringBuilder();
        for (var left = 2 + random.nextInt(3); left > 0; left--) {
            word.append("bcdfghklmnprstvz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.append("nrst".charAt(random.nextInt(4))).toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
