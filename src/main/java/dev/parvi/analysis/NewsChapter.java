package dev.parvi.analysis;

import dev.parvi.analysis.Block.Line;
import dev.parvi.analysis.Block.Tone;
import dev.parvi.analysis.Grid.Cell;
import dev.parvi.analysis.Tile.Missing;
import dev.parvi.analysis.Tile.Origin;
import dev.parvi.listening.Leading;
import dev.parvi.ui.Chart.Mark;
import dev.parvi.ui.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether we have the news before our audience does. */
@Component
class NewsChapter implements Chapter {

    private final Leading leading;

    NewsChapter(Leading leading) {
        this.leading = leading;
    }

    @Override
    public Side side() {
        return Side.NEWS;
    }

    @Override
    public List<Block> blocks(Frame frame) {
        var record = leading.record(frame.seat());
        var figure = record.figure();
        var compared = figure.compared() > 0;
        var shares = new ArrayList<@Nullable Double>();
        record.months()
                .forEach(each -> shares.add(
                        each.figure().compared() == 0
                                ? null
                                : (Double) (double) each.figure().percent()));
        return List.of(new Block(
                "news",
                List.of(
                        tile("ahead", compared ? (Double) (double) figure.percent() : null, Unit.PERCENT, frame),
                        tile(
                                "lead",
                                figure.median() == null
                                        ? null
                                        : (Double) (double) figure.median().toMinutes(),
                                Unit.MINUTES,
                                frame),
                        tile("compared", (double) figure.compared(), Unit.COUNT, frame)),
                List.of(new Line(
                        Tone.PLAIN, Said.of("analysis.news.rule", "days", Leading.PERIOD.toDays()), "/news/lead")),
                shares.isEmpty()
                        ? List.of()
                        : List.of(new Graph(
                                Said.of("analysis.graph.ahead"),
                                Said.of("analysis.month"),
                                record.months().stream()
                                        .map(each -> each.month().toString())
                                        .toList(),
                                false,
                                List.of(new Graph.Curve(Said.of("analysis.figure.ahead"), Mark.COLUMN, shares)),
                                Unit.PERCENT)),
                List.of(stories(frame, record))));
    }

    private static Tile tile(String key, @Nullable Double value, Unit unit, Frame frame) {
        return new Tile(key, value, null, unit, Origin.DESK, false, Missing.NOTHING, frame.now());
    }

    private static Grid stories(Frame frame, Leading.Record record) {
        return new Grid(
                Said.of("analysis.grid.stories"),
                ContentChapter.heads("story", "posted", "ahead"),
                record.stories().stream()
                        .filter(each -> frame.span().holds(each.posted()))
                        .map(each -> {
                            Duration ahead = each.ahead();
                            return List.of(
                                    Cell.linked(ContentChapter.brief(each.title()), "/news/" + each.story()),
                                    Cell.of(Said.of(
                                            "analysis.at", "at", each.posted().toString())),
                                    Cell.figure(
                                            ahead == null ? null : (Double) (double) ahead.toMinutes(), Unit.MINUTES));
                        })
                        .toList());
    }
}
