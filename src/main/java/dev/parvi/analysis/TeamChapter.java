package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.analysis.Tile.Origin;
import dev.parvi.community.Reckoning;
import dev.parvi.community.Reckoning.Words;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Staffing;
import dev.parvi.ui.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How fast the team answers, and who carries how much of it. */
@Component
class TeamChapter implements Chapter {

    private final Reckoning reckoning;
    private final Staffing staffing;

    TeamChapter(Reckoning reckoning, Staffing staffing) {
        this.reckoning = reckoning;
        this.staffing = staffing;
    }

    @Override
    public Side side() {
        return Side.TEAM;
    }

    @Override
    public List<Block> blocks(Frame frame) {
        var whole = reckoning.words(frame.account(), List.of(frame.before(), frame.span()));
        var loads = reckoning.loads(frame.span());
        var earlier = reckoning.loads(frame.before());
        Map<MemberId, String> names = staffing.colleagues(frame.seat()).stream()
                .collect(Collectors.toMap(
                        each -> each.member().id(), each -> each.member().name()));
        return List.of(new Block(
                "team",
                List.of(
                        Tile.of(
                                "answertime",
                                whole.getLast().minutes(),
                                whole.getFirst().minutes(),
                                Unit.MINUTES,
                                Origin.DESK,
                                frame.now()),
                        Tile.count("answers", answers(loads), answers(earlier), frame.now()),
                        Tile.count(
                                "open",
                                loads.stream().mapToInt(Reckoning.Load::open).sum(),
                                Double.NaN,
                                frame.now())),
                List.of(),
                List.of(frame.compared(
                        "answertime",
                        Unit.MINUTES,
                        minutes(reckoning.words(frame.account(), frame.cut())),
                        minutes(reckoning.words(frame.account(), frame.cutBefore())))),
                List.of(listed(loads, names))));
    }

    private static Grid listed(List<Reckoning.Load> loads, Map<MemberId, String> names) {
        return new Grid(
                Said.of("analysis.grid.team"),
                ContentChapter.heads("member", "answers", "answertime", "open"),
                loads.stream()
                        .map(each -> List.of(
                                Cell.text(names.getOrDefault(each.member(), "…")),
                                Cell.count(each.answers()),
                                Cell.figure(each.minutes(), Unit.MINUTES),
                                Cell.count(each.open())))
                        .toList());
    }

    private static int answers(List<Reckoning.Load> loads) {
        return loads.stream().mapToInt(Reckoning.Load::answers).sum();
    }

    private static List<@Nullable Double> minutes(List<Words> parts) {
        var figures = new ArrayList<@Nullable Double>();
        parts.forEach(each -> figures.add(each.minutes()));
        return figures;
    }
}
