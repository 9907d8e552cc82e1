package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.analysis.Tile.Origin;
import dev.parvi.community.Reckoning;
import dev.parvi.community.Reckoning.Words;
import dev.parvi.ui.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much people said, in what mood, and how much of it was answered. */
@Component
class DiscussionChapter implements Chapter {

    private static final double PERCENT = 100;

    private final Reckoning reckoning;

    DiscussionChapter(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    @Override
    public Side side() {
        return Side.DISCUSSION;
    }

    @Override
    public List<Block> blocks(Frame frame) {
        var whole = reckoning.words(frame.account(), List.of(frame.before(), frame.span()));
        var before = whole.getFirst();
        var now = whole.getLast();
        var parts = reckoning.words(frame.account(), frame.cut());
        var earlier = reckoning.words(frame.account(), frame.cutBefore());
        return List.of(new Block(
                "discussion",
                List.of(
                        Tile.count("comments", now.comments(), before.comments(), frame.now()),
                        Tile.count("people", now.people(), before.people(), frame.now()),
                        Tile.count("questions", now.questions(), before.questions(), frame.now())
                                .estimated(),
                        Tile.of("mood", Gauges.mood(now), Gauges.mood(before), Unit.PERCENT, Origin.DESK, frame.now())
                                .estimated(),
                        Tile.of("answered", answered(now), answered(before), Unit.PERCENT, Origin.DESK, frame.now()),
                        Tile.of("answertime", now.minutes(), before.minutes(), Unit.MINUTES, Origin.DESK, frame.now())),
                List.of(),
                List.of(
                        frame.compared(
                                "comments", Unit.COUNT, each(parts, Words::comments), each(earlier, Words::comments)),
                        frame.compared("upset", Unit.COUNT, each(parts, Words::upset), each(earlier, Words::upset))),
                List.of(table(frame, parts))));
    }

    private static @Nullable Double answered(Words words) {
        return words.comments() == 0 ? null : (Double) (PERCENT * words.answered() / words.comments());
    }

    private static List<@Nullable Double> each(List<Words> parts, Function<Words, Integer> which) {
        var figures = new ArrayList<@Nullable Double>();
        parts.forEach(each -> figures.add((double) which.apply(each)));
        return figures;
    }

    private static Grid table(Frame frame, List<Words> parts) {
        var rows = new ArrayList<List<Cell>>();
        for (var n = 0; n < parts.size(); n++) {
            var part = parts.get(n);
            var day = LocalDate.ofInstant(frame.cut().get(n).from(), frame.zone());
            rows.add(List.of(
                    Cell.of(Said.of("analysis.on", "day", day.toString())),
                    Cell.count(part.comments()),
                    Cell.count(part.people()),
                    Cell.count(part.glad()),
                    Cell.count(part.even()),
                    Cell.count(part.upset()),
                    Cell.count(part.complaints()),
                    Cell.count(part.answered())));
        }
        return new Grid(
                Said.of("analysis.grid.words"),
                ContentChapter.heads("from", "comments", "people", "glad", "even", "upset", "complaints", "answered"),
                rows);
    }
}
