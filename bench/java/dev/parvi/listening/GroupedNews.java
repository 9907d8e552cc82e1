package dev.parvi.listening;

import dev.parvi.text.Language;
import dev.parvi.text.Rarity;
import dev.parvi.text.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** News that were grouped by hand, and how far the desk's groups agree with them. */
final class GroupedNews {

    private GroupedNews() {}

    /** One line of such a file. */
    record Line(String story, String language, String source, Instant at, String title, String text) {}

    /**
     * Pairs of items that tell the same.
     *
     * @param right put together by the desk and by hand
     * @param together by the desk
     * @param same by hand
     */
    record Pairs(long right, long together, long same) {

        double precision() {
            return together == 0 ? 1 : right / (double) together;
        }

        double recall() {
            return same == 0 ? 1 : right / (double) same;
        }
    }

    static List<Line> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(f -> new Line(f[0], f[1], f[2], Instant.parse(f[3]), f[4], f[5]))
                .toList();
    }

    /** The story of each line, as the desk groups them. */
    static List<Long> grouped(List<Line> lines) {
        var sorter = new Sorter(new Rarity(0));
        var stories = new ArrayList<Long>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var traits = Traits.of(line.title(), line.text(), new Language(line.language()), List.of());
            stories.add(sorter.place(new Sorter.Piece(i, line.at(), traits)).story());
        }
        return stories;
    }

    /** @param counted which pairs count */
    static Pairs pairs(List<Line> lines, List<Long> stories, BiPredicate<Line, Line> counted) {
        long right = 0;
        long together = 0;
        long same = 0;
        for (var i = 0; i < lines.size(); i++) {
            for (var j = i + 1; j < lines.size(); j++) {
                if (counted.test(lines.get(i), lines.get(j))) {
                    var is = lines.get(i).story().equals(lines.get(j).story());
                    var put = stories.get(i).equals(stories.get(j));
                    right += is && put ? 1 : 0;
                    together += put ? 1 : 0;
                    same += is ? 1 : 0;
                }
            }
        }
        return new Pairs(right, together, same);
    }
}
