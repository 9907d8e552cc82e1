package dev.parvi.analysis;

import dev.parvi.analysis.Block.Line;
import dev.parvi.analysis.Block.Tone;
import dev.parvi.analysis.Grid.Cell;
import dev.parvi.analysis.Tile.Origin;
import dev.parvi.community.CaseList;
import dev.parvi.community.Overseeing;
import dev.parvi.community.Reckoning;
import dev.parvi.ui.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the brand comes out of its conflicts. */
@Component
class ReputationChapter implements Chapter {

    private final Reckoning reckoning;
    private final Overseeing overseeing;

    ReputationChapter(Reckoning reckoning, Overseeing overseeing) {
        this.reckoning = reckoning;
        this.overseeing = overseeing;
    }

    @Override
    public Side side() {
        return Side.REPUTATION;
    }

    @Override
    public List<Block> blocks(Frame frame) {
        var reputation = reckoning.reputation(frame.now());
        var cases = overseeing.all(frame.seat());
        var counts = reckoning.conflicts(List.of(frame.before(), frame.span()));
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                Tone.PLAIN,
                Said.of("analysis.reputation.of", "cases", reputation.cases(), "people", reputation.known()),
                "/conflicts"));
        if (!cases.open().isEmpty()) {
            lines.add(new Line(
                    Tone.BAD,
                    Said.of("analysis.reputation.open", "n", cases.open().size()),
                    "/conflicts"));
        }
        var parts = reckoning.conflicts(frame.cut());
        var earlier = reckoning.conflicts(frame.cutBefore());
        return List.of(new Block(
                "reputation",
                List.of(
                        Tile.of("reputation", number(reputation.figure()), null, Unit.SCORE, Origin.DESK, frame.now()),
                        Tile.of("outcomes", number(reputation.outcomes()), null, Unit.SCORE, Origin.DESK, frame.now()),
                        Tile.of("returns", number(reputation.returns()), null, Unit.SCORE, Origin.DESK, frame.now()),
                        Tile.count("opened", counts.getLast()[0], counts.getFirst()[0], frame.now()),
                        Tile.count("closed", counts.getLast()[1], counts.getFirst()[1], frame.now())),
                lines,
                List.of(frame.compared("opened", Unit.COUNT, firsts(parts), firsts(earlier))),
                List.of(listed(frame, cases))));
    }

    private static @Nullable Double number(OptionalInt figure) {
        return figure.isEmpty() ? null : (Double) (double) figure.getAsInt();
    }

    private static List<@Nullable Double> firsts(List<int[]> counts) {
        var figures = new ArrayList<@Nullable Double>();
        counts.forEach(each -> figures.add((double) each[0]));
        return figures;
    }

    /** Cases of the window, by what they are about; who is in them isn't said here. */
    private static Grid listed(Frame frame, CaseList cases) {
        return new Grid(
                Said.of("analysis.grid.cases"),
                ContentChapter.heads("case", "began", "severity"),
                Stream.of(cases.open(), cases.fresh(), cases.closed())
                        .flatMap(List::stream)
                        .filter(each -> frame.span().holds(each.conflict().madeAt()))
                        .map(each -> List.of(
                                Cell.linked(
                                        ContentChapter.brief(each.conflict().about()),
                                        "/conflicts/" + each.conflict().id()),
                                Cell.of(Said.of(
                                        "analysis.at",
                                        "at",
                                        each.conflict().madeAt().toString())),
                                Cell.of(Said.of("analysis.severity."
                                        + each.conflict().severity().name()))))
                        .toList());
    }
}
