package dev.parvi.analysis;

import dev.parvi.account.Account;
import dev.parvi.brand.Brand;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at.
 *
 * @param account null for all
 * @param now when it's looked at
 */
record Frame(Seat seat, Brand brand, Span span, @Nullable AccountId account, List<Account> accounts, Instant now) {

    ZoneId zone() {
        return brand.zone();
    }

    /** As many days right before, on the clock of the brand: with the hour that changed in between. */
    Span before() {
        var days = java.time.temporal.ChronoUnit.DAYS.between(firstDay(), endDay());
        return Weeks.days(firstDay().minusDays(days), firstDay(), zone());
    }

    LocalDate firstDay() {
        return LocalDate.ofInstant(span.from(), zone());
    }

    /** The first day after it. */
    LocalDate endDay() {
        return LocalDate.ofInstant(span.to().minusMillis(1), zone()).plusDays(1);
    }

    /** The window cut into days or weeks. */
    List<Span> cut() {
        return Weeks.cut(span, zone());
    }

    List<Span> cutBefore() {
        return Weeks.cut(before(), zone());
    }

    /** The days on which the parts of the window begin. */
    List<String> labels() {
        return cut().stream()
                .map(each -> LocalDate.ofInstant(each.from(), zone()).toString())
                .toList();
    }

    String name(AccountId id) {
        return accounts.stream()
                .filter(each -> each.id().equals(id))
                .map(Account::name)
                .findFirst()
                .orElse("");
    }

    /** A curve of now as columns and of the time before as dashes, part by part. */
    Graph compared(String key, dev.parvi.ui.Unit unit, List<@Nullable Double> now, List<@Nullable Double> before) {
        var earlier = new ArrayList<@Nullable Double>();
        var skipped = Math.max(0, before.size() - now.size());
        for (var n = 0; n < now.size(); n++) {
            earlier.add(n + skipped < before.size() ? before.get(n + skipped) : null);
        }
        return new Graph(
                Said.of("analysis.graph." + key),
                Said.of(cut().size() > 1 && cut().getLast().length().toDays() > 2 ? "analysis.week" : "analysis.day"),
                labels(),
                true,
                List.of(
                        new Graph.Curve(Said.of("analysis.graph.now"), dev.parvi.ui.Chart.Mark.COLUMN, now),
                        new Graph.Curve(Said.of("analysis.graph.before"), dev.parvi.ui.Chart.Mark.DASHED, earlier)),
                unit);
    }
}
