package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far goals are, as a part of reports; they have a page of their own. */
@Component
class GoalsChapter implements Chapter {

    private final Reaching reaching;

    GoalsChapter(Reaching reaching) {
        this.reaching = reaching;
    }

    @Override
    public Side side() {
        return Side.GOALS;
    }

    @Override
    public List<Block> blocks(Frame frame) {
        var running = reaching.all().stream()
                .filter(each -> each.goal().endedAt() == null)
                .filter(each -> frame.account() == null
                        || each.goal().company()
                        || frame.account().equals(each.goal().account()))
                .toList();
        return List.of(new Block(
                "goals",
                List.of(Tile.count(
                        "onpath",
                        running.stream()
                                .filter(each -> !each.behind() && each.value() != null)
                                .count(),
                        Double.NaN,
                        frame.now())),
                List.of(),
                List.of(),
                List.of(new Grid(
                        Said.of("analysis.goals"),
                        ContentChapter.heads("goal", "value", "target", "path", "low", "high", "until"),
                        running.stream()
                                .map(each -> {
                                    var unit = Figuring.unit(each.goal().measure());
                                    return List.of(
                                            Cell.linked(
                                                    each.goal().name(),
                                                    "/goals/" + each.goal().id()),
                                            Cell.figure(each.value(), unit),
                                            Cell.figure(each.goal().target(), unit),
                                            Cell.figure(each.path(), unit),
                                            Cell.figure(each.low(), unit),
                                            Cell.figure(each.high(), unit),
                                            Cell.of(Said.of(
                                                    "analysis.on",
                                                    "day",
                                                    each.goal().due().toString())));
                                })
                                .toList()))));
    }
}
