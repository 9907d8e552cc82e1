package dev.parvi.analysis;

import dev.parvi.analysis.Block.Line;
import dev.parvi.analysis.Block.Tone;
import dev.parvi.shared.Span;
import dev.parvi.tracking.Attributing;
import dev.parvi.tracking.Attributing.Day;
import dev.parvi.tracking.Attributing.Named;
import dev.parvi.tracking.By;
import dev.parvi.tracking.Surveying;
import dev.parvi.tracking.Tallying;
import dev.parvi.ui.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What it all did for the company: who came by links and what those then did, credited by three rules side by side. */
@Component
class CompanyChapter implements Chapter {

    private static final List<By> LISTED = List.of(By.POST, By.ANSWER, By.ACCOUNT, By.PILLAR, By.CAMPAIGN);

    private final Attributing attributing;
    private final Tallying tallying;
    private final Surveying surveying;
    private final Crediting crediting;

    CompanyChapter(Attributing attributing, Tallying tallying, Surveying surveying, Crediting crediting) {
        this.attributing = attributing;
        this.tallying = tallying;
        this.surveying = surveying;
        this.crediting = crediting;
    }

    /** What came in a time; null where nothing was ever tracked, or told. */
    private record Sums(
            @Nullable Double clicks,
            @Nullable Double visitors,
            @Nullable Double conversions,
            @Nullable Double worth) {}

    @Override
    public Side side() {
        return Side.COMPANY;
    }

    /** Days and names of a time. */
    private record Time(LocalDate from, LocalDate until, List<Day> days, List<Named> names) {}

    @Override
    public List<Block> blocks(Frame frame) {
        var time = time(frame.firstDay(), frame.endDay());
        var first = LocalDate.ofInstant(frame.before().from(), frame.zone());
        var before = time(first, frame.firstDay());
        var currency = Crediting.currency(time.names());
        var now = sums(frame, time, currency);
        var earlier = sums(frame, before, currency);
        var days = Stream.concat(before.days().stream(), time.days().stream()).toList();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block(
                "company",
                tiles(frame, now, earlier, currency),
                lines(frame, now),
                graphs(frame, now, days),
                time.names().isEmpty() ? List.of() : List.of(crediting.names(time.names()))));
        if (now.clicks() != null || now.conversions() != null) {
            blocks.add(credited(frame, currency));
        }
        return blocks;
    }

    private Time time(LocalDate from, LocalDate until) {
        return new Time(from, until, attributing.days(from, until), attributing.names(from, until));
    }

    private Block credited(Frame frame, String currency) {
        var lines = surveying.survey(frame.firstDay(), frame.endDay(), currency, Crediting.LINES);
        return new Block(
                "credited",
                List.of(),
                List.of(),
                List.of(),
                LISTED.stream()
                        .map(by -> crediting.grid(
                                by,
                                currency,
                                lines.stream()
                                        .filter(each -> each.by() == by)
                                        .filter(each -> of(by, each.key(), frame))
                                        .toList()))
                        .toList());
    }

    /** Among accounts only the one that is looked at; posts and the rest are those of all accounts. */
    private static boolean of(By by, String key, Frame frame) {
        return by != By.ACCOUNT
                || frame.account() == null
                || key.equals(frame.account().toString());
    }

    private static List<Tile> tiles(Frame frame, Sums now, Sums earlier, String currency) {
        var tiles = new ArrayList<>(List.of(
                Tile.brought("clicks", now.clicks(), earlier.clicks(), Unit.COUNT, frame.now()),
                Tile.brought("visitors", now.visitors(), earlier.visitors(), Unit.COUNT, frame.now()),
                Tile.brought("conversions", now.conversions(), earlier.conversions(), Unit.PARTS, frame.now())));
        if (!currency.isEmpty()) {
            tiles.add(Tile.brought("worth", now.worth(), earlier.worth(), Unit.MONEY, frame.now()));
        }
        return tiles;
    }

    private List<Line> lines(Frame frame, Sums now) {
        var lines = new ArrayList<Line>();
        if (now.clicks() == null) {
            lines.add(new Line(Tone.BAD, Said.of("analysis.company.untracked"), "/tracking"));
        }
        if (now.conversions() == null) {
            lines.add(new Line(Tone.BAD, Said.of("analysis.company.untold"), "/tracking"));
        }
        lines.add(new Line(
                Tone.PLAIN,
                Said.of(attributing.joinsDays() ? "analysis.company.memory" : "analysis.company.day"),
                "/results?from=" + frame.firstDay() + "&until=" + frame.endDay().minusDays(1)));
        if (frame.account() != null) {
            lines.add(new Line(Tone.PLAIN, Said.of("analysis.company.share"), ""));
        }
        return lines;
    }

    private static List<Graph> graphs(Frame frame, Sums now, List<Day> days) {
        var graphs = new ArrayList<Graph>();
        if (now.clicks() != null && frame.account() == null) {
            graphs.add(frame.compared(
                    "clicks",
                    Unit.COUNT,
                    parts(frame, frame.cut(), days, Day::people),
                    parts(frame, frame.cutBefore(), days, Day::people)));
        }
        if (now.conversions() != null && frame.account() == null) {
            graphs.add(frame.compared(
                    "conversions",
                    Unit.COUNT,
                    parts(frame, frame.cut(), days, Day::conversions),
                    parts(frame, frame.cutBefore(), days, Day::conversions)));
        }
        return graphs;
    }

    private static List<@Nullable Double> parts(
            Frame frame, List<Span> spans, List<Day> days, ToLongFunction<Day> which) {
        var parts = new ArrayList<@Nullable Double>();
        for (var span : spans) {
            parts.add((double) days.stream()
                    .filter(each ->
                            span.holds(each.day().atStartOfDay(frame.zone()).toInstant()))
                    .mapToLong(which)
                    .sum());
        }
        return parts;
    }

    private Sums sums(Frame frame, Time time, String currency) {
        // Of no days: only whether anything is known at all.
        var linked = tallying.visits(null, time.until(), time.until()).isPresent();
        var told = tallying.conversions("", null, time.until(), time.until()).isPresent();
        var all = frame.account() == null ? whole(time, currency) : one(frame, time, currency);
        return new Sums(
                linked ? all.clicks() : null,
                linked ? all.visitors() : null,
                told ? all.conversions() : null,
                told ? all.worth() : null);
    }

    private static Sums whole(Time time, String currency) {
        return new Sums(
                (double) time.days().stream().mapToLong(Day::people).sum(),
                (double) time.days().stream().mapToLong(Day::visitors).sum(),
                (double) time.names().stream().mapToLong(Named::count).sum(),
                time.names().stream()
                        .flatMap(each -> each.worth().stream())
                        .filter(each -> each.currency().equals(currency))
                        .mapToDouble(each -> each.value().linear().doubleValue())
                        .sum());
    }

    /** An account's share is that of all touches. */
    private Sums one(Frame frame, Time time, String currency) {
        return attributing.by(By.ACCOUNT, time.from(), time.until(), "").stream()
                .filter(each -> of(By.ACCOUNT, each.key(), frame))
                .findFirst()
                .map(each -> new Sums(
                        (double) each.people(),
                        (double) each.visitors(),
                        each.credit().linear().doubleValue(),
                        Crediting.worth(each, currency).linear().doubleValue()))
                .orElse(new Sums(0.0, 0.0, 0.0, 0.0));
    }
}
