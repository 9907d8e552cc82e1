package dev.parvi.listening;

import dev.parvi.listening.GroupedNews.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** How well items are put into stories, on news that were grouped by hand, and how many a second. */
public final class StoriesBench {

    private static final Path FOLDER = Path.of("bench/stories");

    private StoriesBench() {}

    public static void main(String[] arguments) throws IOException {
        var only = arguments.length > 0 ? arguments[0] : "";
        for (var half : List.of("dev", "held")) {
            if (only.isEmpty() || only.equals(half)) {
                show(half);
            }
        }
    }

    private static void show(String half) throws IOException {
        var lines = GroupedNews.read(FOLDER.resolve(half + ".tsv"));
        var stories = GroupedNews.grouped(lines);
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d items, %d stories by hand, %d by the desk%n%-9s %9s %9s %7s%n",
                half,
                lines.size(),
                lines.stream().map(Line::story).distinct().count(),
                stories.stream().distinct().count(),
                "pairs",
                "precision",
                "recall",
                "of");
        row("all", lines, stories, (a, b) -> true);
        for (var language : List.of("en", "fi", "ru")) {
            row(
                    language,
                    lines,
                    stories,
                    (a, b) -> a.language().equals(language) && b.language().equals(language));
        }
        row("across", lines, stories, (a, b) -> !a.language().equals(b.language()));
    }

    private static void row(String name, List<Line> lines, List<Long> stories, BiPredicate<Line, Line> counted) {
        var pairs = GroupedNews.pairs(lines, stories, counted);
        System.out.printf(Locale.ROOT, "%-9s %9.3f %9.3f %7d%n", name, pairs.precision(), pairs.recall(), pairs.same());
    }
}
