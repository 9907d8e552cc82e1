package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.tracking.Attributing.Named;
import dev.parvi.tracking.By;
import dev.parvi.tracking.Result;
import dev.parvi.tracking.Result.Credit;
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

    /** @param currency whose sums stand beside the counts; empty for none */
    Grid grid(By by, String currency, List<Result> results) {
        var traced = results.stream().filter(each -> !each.key().isEmpty()).toList();
        var shown = traced.stream().limit(LINES).toList();
        var known = called(by, shown.stream().map(Result::key).toList());
        var rows = new ArrayList<List<Cell>>();
        for (var each : shown) {
            rows.add(row(name(each, known.get(each.key())), List.of(each), currency));
        }
        if (traced.size() > shown.size()) {
            var rest = traced.subList(shown.size(), traced.size());
            rows.add(row(Cell.of(Said.of("analysis.company.others", "n", rest.size())), rest, currency));
        }
        var lost = results.stream().filter(each -> each.key().isEmpty()).toList();
        if (!lost.isEmpty() && !rows.isEmpty()) {
            rows.add(row(Cell.of(Said.of("analysis.company.untraced")), lost, currency));
        }
        if (rows.size() > 1) {
            rows.add(row(Cell.of(Said.of("analysis.company.all")), results, currency));
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

    private static List<Cell> row(Cell name, List<Result> results, String currency) {
        var cells = new ArrayList<>(List.of(
                name, Cell.count(results.stream().mapToLong(Result::people).sum())));
        rules(results.stream().map(Result::credit).toList(), Unit.PARTS, cells);
        if (!currency.isEmpty()) {
            rules(results.stream().map(each -> worth(each, currency)).toList(), Unit.MONEY, cells);
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

    private static Cell name(Result result, @Nullable Title title) {
        return title == null ? Cell.text(result.key()) : Cell.linked(ContentChapter.brief(title.text()), title.path());
    }

    private Map<String, Title> called(By by, List<String> keys) {
        var known = new HashMap<String, Title>();
        titles.forEach(each -> known.putAll(each.of(by, keys)));
        return known;
    }
}
