package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.audience.Campaigning.Whole;
import dev.parvi.audience.Yield;
import dev.parvi.tracking.Result.Credit;
import dev.parvi.ui.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a campaign cost and brought, as a part of its report. */
final class Paid {

    /** Of that part. */
    static final String KEY = "campaign";

    private static final double CENTS = 100;

    private Paid() {}

    static List<Block> blocks(Whole whole, Instant now) {
        var yield = whole.yield();
        var tracked = whole.tracked();
        return List.of(new Block(
                "campaign",
                List.of(
                        money("cost", (double) yield.cents(), now),
                        Tile.followed("extra", yield.extra(yield.all()), null, Unit.COUNT, now)
                                .estimated(),
                        Tile.followed("extrafit", yield.extra(yield.fitting()), null, Unit.COUNT, now)
                                .estimated(),
                        money("eachfit", number(yield.each(yield.fitting())), now)
                                .estimated(),
                        money("eachstay", number(yield.each(yield.staying())), now)
                                .estimated(),
                        Tile.brought(
                                "clicks",
                                tracked == null ? null : (Double) (double) tracked.people(),
                                null,
                                Unit.COUNT,
                                now)),
                List.of(new Block.Line(
                        Block.Tone.PLAIN,
                        Said.of(
                                "analysis.campaign.currency",
                                "currency",
                                whole.campaign().currency()),
                        "/audience/campaigns/" + whole.campaign().id())),
                List.of(),
                tracked == null
                        ? List.of(joins(yield))
                        : List.of(joins(yield), conversions(tracked.credit(), yield.cents()))));
    }

    private static Tile money(String key, @Nullable Double cents, Instant now) {
        return Tile.of(key, cents == null ? null : (Double) (cents / CENTS), null, Unit.MONEY, Tile.Origin.DESK, now);
    }

    private static Grid joins(Yield yield) {
        return new Grid(
                Said.of("analysis.grid.campaign"),
                ContentChapter.heads("who", "indays", "extra", "each"),
                List.of(
                        part("joined", yield, yield.all()),
                        part("fitting", yield, yield.fitting()),
                        part("staying", yield, yield.staying())));
    }

    /** Of who stayed nothing is said before the first days lie 30 days back. */
    private static List<Cell> part(String name, Yield yield, Yield.Part part) {
        var early = name.equals("staying") && yield.old() == 0;
        return List.of(
                Cell.of(Said.of("analysis.campaign." + name)),
                Cell.figure(early ? null : (Double) (double) part.joined(), Unit.COUNT),
                Cell.figure(early ? null : yield.extra(part), Unit.COUNT),
                Cell.figure(money(early ? null : yield.each(part)), Unit.MONEY));
    }

    private static Grid conversions(Credit credit, long cents) {
        return new Grid(
                Said.of("analysis.grid.credited"),
                ContentChapter.heads("rule", "conversions", "each"),
                List.of(
                        rule("first", credit.first(), cents),
                        rule("last", credit.last(), cents),
                        rule("linear", credit.linear(), cents)));
    }

    private static List<Cell> rule(String name, BigDecimal count, long cents) {
        return List.of(
                Cell.of(Said.of("analysis.head." + name)),
                Cell.figure(count.doubleValue(), Unit.PARTS),
                Cell.figure(
                        count.signum() == 0 || cents == 0 ? null : (Double) (cents / CENTS / count.doubleValue()),
                        Unit.MONEY));
    }

    private static @Nullable Double money(@Nullable Long cents) {
        return cents == null ? null : (Double) (cents / CENTS);
    }

    private static @Nullable Double number(@Nullable Long count) {
        return count == null ? null : (Double) (double) count;
    }
}
