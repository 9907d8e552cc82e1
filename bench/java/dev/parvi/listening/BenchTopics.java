package dev.parvi.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries and posts as a desk of many brands has them, always the same: words of a made-up language of 50,000 by Zipf's law, posts of
 * 8 to 41 words, queries of two words, phrases, lists of rare words with something left out, and mixtures.
 */
final class BenchTopics {

    private static final int VOCABULARY = 50_000;
    private static final String[] SYLLABLES =
            ("ba be bi bo bu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu")
                    .split(" ");

    private final Random random = new Random(12_345);
    private final double[] reached = new double[VOCABULARY];
    private final double sum;

    BenchTopics() {
        var all = 0.0;
        for (var n = 0; n < VOCABULARY; n++) {
            all += 1 / Math.pow(n + 2.7, 1.07);
            reached[n] = all;
        }
        sum = all;
    }

    private static String word(int number) {
        var word = new StringBuilder();
        for (var rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    private String rare() {
        return word(200 + random.nextInt(20_000));
    }

    private String common() {
        return word(20 + random.nextInt(300));
    }

    /** By Zipf's law. */
    String any(Random random) {
        var at = java.util.Arrays.binarySearch(reached, random.nextDouble() * sum);
        return word(Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at));
    }

    List<String> queries(int n) {
        var queries = new ArrayList<String>();
        while (queries.size() < n) {
            queries.add(query(random.nextDouble()));
        }
        return queries;
    }

    private String query(double kind) {
        if (kind < 0.35) {
            return rare() + " AND " + common();
        }
        if (kind < 0.55) {
            return "\"" + common() + " " + common() + "\"";
        }
        if (kind < 0.85) {
            var list = IntStream.range(0, 3 + random.nextInt(6))
                    .mapToObj(i -> rare())
                    .collect(Collectors.joining(" OR "));
            return "(" + list + ") NOT " + rare();
        }
        return "(" + rare() + " OR \"" + common() + " " + rare() + "\") AND (" + common() + " OR " + common() + ")";
    }

    List<String> posts(int n) {
        var posts = new ArrayList<String>();
        while (posts.size() < n) {
            posts.add(IntStream.range(0, 8 + random.nextInt(34))
                    .mapToObj(i -> any(random))
                    .collect(Collectors.joining(" ")));
        }
        return posts;
    }
}
