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
                List.of(listed(running))));
    }

    private static Grid listed(List<Standing> running) {
        return new Grid(
                Said.of("analysis.goals"),
                ContentChapter.heads("goal", "value", "target", "path", "low", "high", "until"),
                running.stream().map(GoalsChapter::row).toList());
    }

    private static List<Cell> row(Standing each) {
        var goal = each.goal();
        var unit = Figuring.unit(goal.measure());
        return List.of(
                Cell.linked(goal.name(), "/goals/" + goal.id()),
                Cell.figure(each.value(), unit),
                Cell.figure(goal.target(), unit),
                Cell.figure(each.path(), unit),
                Cell.figure(each.low(), unit),
                Cell.figure(each.high(), unit),
                Cell.of(Said.of("analysis.on", "day", goal.due().toString())));
    }
}
