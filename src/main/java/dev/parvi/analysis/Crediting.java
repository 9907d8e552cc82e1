package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.tracking.Attributing.Named;
import dev.parvi.tracking.By;
import dev.parvi.tracking.Result;
import dev.parvi.tracking.Result.Credit;
import dev.parvi.tracking.Surveying.Kind;
import dev.parvi.tracking.Surveying.Line;
import dev.parvi.tracking.Titles;
import dev.parvi.tracking.Titles.Title;
import dev.parvi.ui.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists what was credited, so that each table adds up: what is too small for a line of its own stands in one with the others. */
@Component
class Crediting {

    static final int LINES = 10;

    private static final Set<String> KNOWN = Set.of("registered", "called", "bought", "subscribed");

    private final List<Titles> titles;

    Crediting(List<Titles> titles) {
        this.titles = titles;
    }

    /** In which most was paid; empty where nothing had a value. */
    static String currency(List<Named> names) {
        var sums = new HashMap<String, BigDecimal>();
        names.forEach(name -> name.worth()
                .forEach(each -> sums.merge(each.currency(), each.value().linear(), BigDecimal::add)));
        return sums.entrySet().stream()
                .max(Map.Entry.<String, BigDecimal>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    static Credit worth(Result result, String currency) {
        return result.worth().stream()
                .filter(each -> each.currency().equals(currency))
                .map(Result.Worth::value)
                .findFirst()
                .orElse(new Credit(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    /** What people did, by its name, in each currency. */
    Grid names(List<Named> names) {
        var rows = new ArrayList<List<Cell>>();
        for (var name : names) {
            var called = KNOWN.contains(name.name())
                    ? Said.of("analysis.conversion." + name.name())
                    : Said.plain(name.name());
            if (name.worth().isEmpty()) {
                rows.add(List.of(
                        Cell.of(called), Cell.count(name.count()), Cell.figure(null, Unit.MONEY), Cell.text("")));
            }
            for (var worth : name.worth()) {
                var first = worth.equals(name.worth().getFirst());
                rows.add(List.of(
                        Cell.of(called),
                        first ? Cell.count(name.count()) : Cell.text(""),
                        Cell.figure(worth.value().linear().doubleValue(), Unit.MONEY),
                        Cell.text(worth.currency())));
            }
        }
        return new Grid(
                Said.of("analysis.grid.conversions"),
                ContentChapter.heads("conversion", "count", "worth", "currency"),
                rows);
    }

    /**
     * @param currency whose sums stand beside the counts; empty for none
     * @param lines all of one kind
     */
    Grid grid(By by, String currency, List<Line> lines) {
        var rows = new ArrayList<List<Cell>>();
        var named = lines.stream().filter(each -> each.kind() == Kind.NAMED).toList();
        var known = called(by, named.stream().map(Line::key).toList());
        for (var each : named) {
            rows.add(row(name(each, known.get(each.key())), List.of(each), currency));
        }
        for (var each : lines) {
            if (!named.isEmpty() && each.kind() != Kind.NAMED) {
                var said = each.kind() == Kind.OTHERS
                        ? Said.of("analysis.company.others", "n", each.many())
                        : Said.of("analysis.company.untraced");
                rows.add(row(Cell.of(said), List.of(each), currency));
            }
        }
        if (rows.size() > 1) {
            rows.add(row(Cell.of(Said.of("analysis.company.all")), lines, currency));
        }
        return new Grid(Said.of("analysis.grid.by." + by.name()), heads(by, currency), rows);
    }

    private static List<Said> heads(By by, String currency) {
        var heads = new ArrayList<>(List.of(
                Said.of("analysis.head.by." + by.name()),
                Said.of("analysis.head.clicks"),
                Said.of("analysis.head.first"),
                Said.of("analysis.head.last"),
                Said.of("analysis.head.linear")));
        if (!currency.isEmpty()) {
            for (var rule : List.of("first", "last", "linear")) {
                heads.add(Said.of("analysis.head.worth." + rule, "currency", currency));
            }
        }
        return heads;
    }

    private static List<Cell> row(Cell name, List<Line> lines, String currency) {
        var cells = new ArrayList<>(
                List.of(name, Cell.count(lines.stream().mapToLong(Line::people).sum())));
        rules(lines.stream().map(Line::credit).toList(), Unit.PARTS, cells);
        if (!currency.isEmpty()) {
            rules(lines.stream().map(Line::worth).toList(), Unit.MONEY, cells);
        }
        return cells;
    }

    private static void rules(List<Credit> credits, Unit unit, List<Cell> cells) {
        cells.add(sum(credits.stream().map(Credit::first).toList(), unit));
        cells.add(sum(credits.stream().map(Credit::last).toList(), unit));
        cells.add(sum(credits.stream().map(Credit::linear).toList(), unit));
    }

    private static Cell sum(List<BigDecimal> parts, Unit unit) {
        return Cell.figure(
                parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue(), unit);
    }

    private static Cell name(Line line, @Nullable Title title) {
        return title == null ? Cell.text(line.key()) : Cell.linked(ContentChapter.brief(title.text()), title.path());
    }

    private Map<String, Title> called(By by, List<String> keys) {
        var known = new HashMap<String, Title>();
        titles.forEach(each -> known.putAll(each.of(by, keys)));
        return known;
    }
}
