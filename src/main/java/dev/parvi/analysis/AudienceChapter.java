package dev.parvi.analysis;

import dev.parvi.analysis.Block.Line;
import dev.parvi.analysis.Block.Tone;
import dev.parvi.analysis.Grid.Cell;
import dev.parvi.audience.Growing;
import dev.parvi.audience.Growth.Split;
import dev.parvi.audience.Growth.Stay;
import dev.parvi.audience.Period;
import dev.parvi.ui.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the audience grows, and by the right people. */
@Component
class AudienceChapter implements Chapter {

    private static final double WHOLE = 100;

    private final Growing growing;

    AudienceChapter(Growing growing) {
        this.growing = growing;
    }

    @Override
    public Side side() {
        return Side.AUDIENCE;
    }

    @Override
    public List<Block> blocks(Frame frame) {
        var account = frame.account();
        var both = growing.periods(account, List.of(frame.before(), frame.span()));
        var now = both.getLast();
        var stay = growing.stay(account, frame.span());
        var read = growing.readAt(account).orElse(frame.now());
        var growth = new Block(
                "growth",
                tiles(now, both.getFirst(), stay, growing.stay(account, frame.before()), read),
                lines(frame, now),
                graphs(frame),
                List.of());
        return now.joined() == null
                ? List.of(growth)
                : List.of(
                        growth,
                        new Block(
                                "grown",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(byFit(now, stay), byWay(growing.ways(account, frame.span())))));
    }

    private static List<Tile> tiles(Period now, Period before, Stay stay, Stay earlier, Instant read) {
        return List.of(
                Tile.followed("followers", all(now.standing()), all(before.standing()), Unit.COUNT, read),
                Tile.followed("joins", all(now.joined()), all(before.joined()), Unit.COUNT, read),
                Tile.followed("fitting", fits(now.joined()), fits(before.joined()), Unit.COUNT, read)
                        .estimated(),
                Tile.followed("fitshare", share(now.standing()), share(before.standing()), Unit.PERCENT, read)
                        .estimated(),
                Tile.followed("gone", number(now.left()), number(before.left()), Unit.COUNT, read),
                Tile.of("stayed", stayed(stay), stayed(earlier), Unit.PERCENT, Tile.Origin.AUDIENCE, read));
    }

    private List<Line> lines(Frame frame, Period now) {
        var lines = new ArrayList<Line>();
        if (now.joined() == null) {
            lines.add(new Line(Tone.BAD, Said.of("analysis.audience.unread"), "/audience"));
        }
        for (var surge : growing.surges(frame.account(), frame.span())) {
            lines.add(new Line(
                    Tone.BAD,
                    Said.of(
                            "analysis.audience.surge",
                            "n",
                            surge.joined(),
                            "fits",
                            surge.fits(),
                            "account",
                            frame.name(surge.account()),
                            "on",
                            surge.day().toString()),
                    "/audience"));
        }
        return lines;
    }

    private List<Graph> graphs(Frame frame) {
        var parts = growing.periods(frame.account(), frame.cut());
        var earlier = growing.periods(frame.account(), frame.cutBefore());
        return List.of(
                frame.compared("joins", Unit.COUNT, each(parts, Period::joined), each(earlier, Period::joined)),
                frame.compared(
                        "followers", Unit.COUNT, each(parts, Period::standing), each(earlier, Period::standing)));
    }

    private static List<@Nullable Double> each(List<Period> periods, Function<Period, @Nullable Split> which) {
        var figures = new ArrayList<@Nullable Double>();
        periods.forEach(each -> figures.add(all(which.apply(each))));
        return figures;
    }

    private static Grid byFit(Period now, Stay stay) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(fit("FITS", now, stay, Split::fits));
        rows.add(fit("UNKNOWN", now, stay, Split::unknown));
        rows.add(fit("DOESNT", now, stay, Split::doesnt));
        rows.add(fit("ALL", now, stay, Split::all));
        return new Grid(
                Said.of("analysis.grid.fit"),
                ContentChapter.heads("fit", "followers", "joined", "ripe", "stayed"),
                rows);
    }

    private static List<Cell> fit(String name, Period now, Stay stay, Function<Split, Integer> which) {
        return List.of(
                Cell.of(Said.of(name.equals("ALL") ? "audience.all" : "audience.fit." + name)),
                Cell.figure(part(now.standing(), which), Unit.COUNT),
                Cell.figure(part(now.joined(), which), Unit.COUNT),
                Cell.figure(part(stay.joined(), which), Unit.COUNT),
                Cell.figure(part(stay.stayed(), which), Unit.COUNT));
    }

    private static Grid byWay(Map<String, Split> ways) {
        return new Grid(
                Said.of("analysis.grid.way"),
                ContentChapter.heads("way", "joined", "fitting"),
                ways.entrySet().stream()
                        .map(each -> List.of(
                                Cell.of(Said.of("audience.came." + each.getKey())),
                                Cell.count(each.getValue().all()),
                                Cell.count(each.getValue().fits())))
                        .toList());
    }

    private static @Nullable Double part(@Nullable Split split, Function<Split, Integer> which) {
        return split == null ? null : (Double) (double) which.apply(split);
    }

    private static @Nullable Double all(@Nullable Split split) {
        return part(split, Split::all);
    }

    private static @Nullable Double fits(@Nullable Split split) {
        return part(split, Split::fits);
    }

    private static @Nullable Double share(@Nullable Split split) {
        var percent = split == null ? null : split.percent();
        return percent == null ? null : (Double) (double) percent;
    }

    private static @Nullable Double number(@Nullable Integer count) {
        return count == null ? null : (Double) (double) count;
    }

    private static @Nullable Double stayed(Stay stay) {
        return stay.joined().all() == 0
                ? null
                : (Double) (WHOLE * stay.stayed().all() / stay.joined().all());
    }
}
