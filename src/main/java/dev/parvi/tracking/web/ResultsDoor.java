package dev.parvi.tracking.web;

import dev.parvi.brand.Brand;
import dev.parvi.team.Seat;
import dev.parvi.tracking.Attributing;
import dev.parvi.tracking.By;
import dev.parvi.tracking.Result;
import dev.parvi.tracking.Titles;
import dev.parvi.tracking.Titles.Title;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What tracked links brought, by whatever they belong to, under three rules side by side. */
@Controller
class ResultsDoor {

    private static final int USUAL_DAYS = 28;
    private static final int DAYS_MOST = 3_660;
    private static final int ROWS = 100;

    private final Attributing attributing;
    private final List<Titles> titles;
    private final Clock clock;

    ResultsDoor(Attributing attributing, List<Titles> titles, Clock clock) {
        this.attributing = attributing;
        this.titles = titles;
        this.clock = clock;
    }

    @GetMapping("/b/{handle}/results")
    String results(
            Seat seat,
            Brand brand,
            @RequestParam(defaultValue = "POST") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String name,
            Model model) {
        var today = LocalDate.ofInstant(clock.instant(), brand.zone());
        var last = day(until, today);
        var first = day(from, last.minusDays(USUAL_DAYS - 1));
        if (first.isAfter(last) || first.isBefore(last.minusDays(DAYS_MOST))) {
            first = last.minusDays(USUAL_DAYS - 1);
        }
        model.addAttribute("shown", shown(new Brought.Asked(by(by), first, last, name)));
        return "tracking/web/results";
    }

    private Brought shown(Brought.Asked asked) {
        var end = asked.until().plusDays(1);
        var first = attributing.first(asked.by(), asked.from(), end, asked.name(), ROWS);
        var some = first.lines();
        var known = titles(
                asked.by(),
                some.stream().map(Result::key).filter(key -> !key.isEmpty()).toList());
        return new Brought(
                asked,
                some.stream()
                        .map(each -> new Brought.Line(each, known.get(each.key())))
                        .toList(),
                first.more(),
                attributing.names(asked.from(), end),
                attributing.days(asked.from(), end),
                attributing.joinsDays());
    }

    private Map<String, Title> titles(By by, List<String> keys) {
        var known = new HashMap<String, Title>();
        titles.forEach(each -> known.putAll(each.of(by, keys)));
        return known;
    }

    private static By by(String typed) {
        for (var each : By.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        return By.POST;
    }

    private static LocalDate day(String typed, LocalDate usual) {
        try {
            var day = LocalDate.parse(typed);
            return day.getYear() < 2000 || day.getYear() > 2200 ? usual : day;
        } catch (DateTimeParseException e) {
            return usual;
        }
    }
}
